package io.jetalyst.internal.socket;

import static java.util.Objects.requireNonNull;

import io.jetalyst.socket.CloseStatus;
import io.jetalyst.socket.WebSocketHandshake.CloseListener;
import io.jetalyst.socket.WebSocketHandshake.ErrorListener;
import io.jetalyst.socket.WebSocketHandshake.MessageListener;
import io.jetalyst.socket.WebSocketHandshake.OpenListener;
import io.jetalyst.socket.WebSocketHandshake.PartialMessageListener;
import io.jetalyst.socket.WebSocketSession;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What an endpoint listens to; {@code null} where it does not. */
record Listeners(
        @Nullable OpenListener open,
        @Nullable Whole text,
        @Nullable PartialMessageListener<String> partialText,
        @Nullable Whole binary,
        @Nullable PartialMessageListener<ByteBuffer> partialBinary,
        @Nullable MessageListener<ByteBuffer> pong,
        @Nullable ErrorListener error,
        @Nullable CloseListener close) {

    private static final Logger LOG = LoggerFactory.getLogger("io.jetalyst.socket");

    void takeOpen(WebSocketSession session) throws Exception {
        if (open != null) {
            open.onOpen(session);
        }
    }

    void takePong(WebSocketSession session, ByteBuffer payload) throws Exception {
        if (pong != null) {
            pong.onMessage(session, payload);
        }
    }

    /** Tells the end, last of all: also as an error, unless one of the two sides wanted it. */
    void tellEnd(WebSocketSession session, CloseStatus status, Supplier<Throwable> because) {
        try {
            if (error != null && !CloseStatuses.ordinary(status)) {
                error.onError(session, because.get());
            }
        } catch (Throwable thrown) {
            LOG.error("onError of {} threw", session, thrown);
        }
        try {
            if (close != null) {
                close.onClose(session, status);
            }
        } catch (Throwable thrown) {
            LOG.error("onClose of {} threw", session, thrown);
        }
    }

    /** Takes whole messages of one kind. */
    @FunctionalInterface
    interface Whole {
        /**
         * Calls the listener.
         *
         * @param message the message's bytes, the callee's; valid UTF-8 if it is text
         * @return {@code null} if the listener is done with the message
         */
        @Nullable
        CompletionStage<?> take(WebSocketSession session, byte[] message) throws Exception;
    }

    /** A listener's stage, which it must return. */
    static CompletionStage<?> stage(@Nullable CompletionStage<?> returned) {
        return requireNonNull(returned, "the listener returned null where a stage was due");
    }

    static Whole text(MessageListener<String> listener) {
        return (session, message) -> {
            listener.onMessage(session, new String(message, StandardCharsets.UTF_8));
            return null;
        };
    }

    static Whole binary(MessageListener<ByteBuffer> listener) {
        return (session, message) -> {
            listener.onMessage(session, ByteBuffer.wrap(message));
            return null;
        };
    }
}

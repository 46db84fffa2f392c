package io.jetalyst.internal.inbox;

import static java.util.Objects.requireNonNull;

import io.jetalyst.socket.CloseStatus;
import io.jetalyst.socket.WebSocketHandshake.AsyncMessageListener;
import io.jetalyst.socket.WebSocketHandshake.CloseListener;
import io.jetalyst.socket.WebSocketHandshake.ErrorListener;
import io.jetalyst.socket.WebSocketHandshake.MessageListener;
import io.jetalyst.socket.WebSocketHandshake.OpenListener;
import io.jetalyst.socket.WebSocketHandshake.PartialMessageListener;
import io.jetalyst.socket.WebSocketSession;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The listeners of one endpoint; {@code null} where it has none. */
public record Listeners(
        @Nullable OpenListener open,
        @Nullable MessageHandler text,
        @Nullable PartialMessageListener<String> partialText,
        @Nullable MessageHandler binary,
        @Nullable PartialMessageListener<ByteBuffer> partialBinary,
        @Nullable MessageListener<ByteBuffer> pong,
        @Nullable ErrorListener error,
        @Nullable CloseListener close) {

    private static final Logger LOG = LoggerFactory.getLogger("io.jetalyst.socket");

    public void fireOpen(WebSocketSession session) throws Exception {
        if (open != null) {
            open.onOpen(session);
        }
    }

    public void firePong(WebSocketSession session, ByteBuffer payload) throws Exception {
        if (pong != null) {
            pong.onMessage(session, payload);
        }
    }

    /** Calls {@code onClose}, the last call of a session, and before it {@code onError} unless a peer or a shutdown closed the session. */
    public void fireClosed(WebSocketSession session, CloseStatus status, Supplier<Throwable> error) {
        try {
            if (this.error != null && !isOrderly(status)) {
                this.error.onError(session, error.get());
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

    private static boolean isOrderly(CloseStatus status) {
        return switch (status.cause()) {
            case CLIENT, SERVER, SHUTDOWN -> true;
            default -> false;
        };
    }

    /** Receives whole messages of one kind. */
    @FunctionalInterface
    public interface MessageHandler {
        /**
         * Calls the listener.
         *
         * @param message the bytes of the message, owned by the callee; valid UTF-8 if it is text
         * @return {@code null} if the listener has finished
         */
        @Nullable
        CompletionStage<?> accept(WebSocketSession session, byte[] message) throws Exception;
    }

    /** The stage that a listener returned, which must not be null. */
    public static CompletionStage<?> stage(@Nullable CompletionStage<?> returned) {
        return requireNonNull(returned, "the listener returned null instead of a stage");
    }

    public static MessageHandler text(MessageListener<String> listener) {
        return each(Listeners::decode, listener);
    }

    public static MessageHandler asyncText(AsyncMessageListener<String> listener) {
        return eachAsync(Listeners::decode, listener);
    }

    public static MessageHandler binary(MessageListener<ByteBuffer> listener) {
        return each(ByteBuffer::wrap, listener);
    }

    public static MessageHandler asyncBinary(AsyncMessageListener<ByteBuffer> listener) {
        return eachAsync(ByteBuffer::wrap, listener);
    }

    private static <T> MessageHandler each(Function<byte[], T> decoder, MessageListener<T> listener) {
        return (session, message) -> {
            listener.onMessage(session, decoder.apply(message));
            return null;
        };
    }

    private static <T> MessageHandler eachAsync(Function<byte[], T> decoder, AsyncMessageListener<T> listener) {
        return (session, message) -> stage(listener.onMessage(session, decoder.apply(message)));
    }

    private static String decode(byte[] utf8) {
        return new String(utf8, StandardCharsets.UTF_8);
    }
}

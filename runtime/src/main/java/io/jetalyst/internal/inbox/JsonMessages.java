package io.jetalyst.internal.inbox;

import io.jetalyst.codec.BodyReader;
import io.jetalyst.codec.MalformedBodyException;
import io.jetalyst.socket.MalformedMessage;
import io.jetalyst.socket.WebSocketHandshake.MessageListener;
import io.jetalyst.socket.WebSocketSession;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Reads text messages as JSON of one type.
 *
 * @param malformed receives text that cannot be read; {@code null} if such text closes the session
 */
public record JsonMessages<T>(
        BodyReader<T> reader,
        ValueHandler<T> listener,
        @Nullable MessageListener<MalformedMessage> malformed) implements Listeners.MessageHandler {

    /** Receives the values that were read. */
    @FunctionalInterface
    public interface ValueHandler<T> {
        /** As {@link Listeners.MessageHandler#accept}. */
        @Nullable
        CompletionStage<?> accept(WebSocketSession session, T value) throws Exception;
    }

    public JsonMessages<T> withMalformed(@Nullable MessageListener<MalformedMessage> malformed) {
        return new JsonMessages<>(reader, listener, malformed);
    }

    @Override
    public @Nullable CompletionStage<?> accept(WebSocketSession session, byte[] message) throws Exception {
        T value;
        try {
            value = reader.read(message);
        } catch (MalformedBodyException e) {
            fireMalformed(session, message, e);
            return null;
        }
        return listener.accept(
                session, value); // outside the try: an exception of the listener is not the client's fault
    }

    private void fireMalformed(WebSocketSession session, byte[] message, MalformedBodyException problem)
            throws Exception {
        if (malformed == null) {
            throw CloseException.malformed();
        }
        String text = new String(message, StandardCharsets.UTF_8);
        malformed.onMessage(session, new MalformedMessage(text, String.valueOf(problem.getMessage())));
    }
}

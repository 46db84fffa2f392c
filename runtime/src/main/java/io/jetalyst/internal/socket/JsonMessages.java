package io.jetalyst.internal.socket;

import io.jetalyst.codec.BodyReader;
import io.jetalyst.codec.MalformedBodyException;
import io.jetalyst.socket.MalformedMessage;
import io.jetalyst.socket.WebSocketHandshake.MessageListener;
import io.jetalyst.socket.WebSocketSession;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Takes text messages as JSON of one type.
 *
 * @param malformed hears of text that is none; {@code null} if such text ends the session
 */
record JsonMessages<T>(
        BodyReader<T> reader, Value<T> listener, @Nullable MessageListener<MalformedMessage> malformed)
        implements Listeners.Whole {

    /** Takes what was read. */
    @FunctionalInterface
    interface Value<T> {
        /** As {@link Listeners.Whole#take}. */
        @Nullable
        CompletionStage<?> take(WebSocketSession session, T value) throws Exception;
    }

    JsonMessages<T> answering(@Nullable MessageListener<MalformedMessage> answer) {
        return new JsonMessages<>(reader, listener, answer);
    }

    @Override
    public @Nullable CompletionStage<?> take(WebSocketSession session, byte[] message) throws Exception {
        T value;
        try {
            value = reader.read(message);
        } catch (MalformedBodyException e) {
            answer(session, message, e);
            return null;
        }
        return listener.take(session, value); // outside the try: what it throws is no fault of the client
    }

    private void answer(WebSocketSession session, byte[] message, MalformedBodyException problem) throws Exception {
        if (malformed == null) {
            throw Violation.malformed();
        }
        String text = new String(message, StandardCharsets.UTF_8);
        malformed.onMessage(session, new MalformedMessage(text, String.valueOf(problem.getMessage())));
    }
}

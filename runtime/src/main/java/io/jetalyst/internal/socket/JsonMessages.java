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
        BodyReader<T> reader,
        MessageListener<? super T> listener,
        @Nullable MessageListener<MalformedMessage> malformed)
        implements Listeners.Whole {

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
        listener.onMessage(session, value); // outside the try: what it throws is no fault of the client
        return null;
    }

    private void answer(WebSocketSession session, byte[] message, MalformedBodyException problem) throws Exception {
        if (malformed == null) {
            throw Violation.malformed();
        }
        String text = new String(message, StandardCharsets.UTF_8);
        malformed.onMessage(session, new MalformedMessage(text, String.valueOf(problem.getMessage())));
    }
}

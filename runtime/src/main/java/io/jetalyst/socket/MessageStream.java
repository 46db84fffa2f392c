package io.jetalyst.socket;

import java.util.concurrent.CompletionStage;

/**
 * A message that the application sends in parts while it produces them (fragmentation, RFC 6455 §5.4).
 *
 * <p>The message begins with the first {@link #write} and ends with {@link #close}. Other messages of the session are queued until then;
 * pings, pongs and the close frame of the session are not. Every method may be called from any thread; the parts are sent in the order of
 * the calls.
 *
 * <p>Queued parts count towards the limits of the send queue, as messages do. If a part does not fit, the session is closed with 1013,
 * whatever the overflow policy of the endpoint is, because no part of a message may be missing. Therefore write each part when the stage of the
 * previous one has completed:
 *
 * <pre>{@code
 * MessageStream<String> lines = session.streamText();
 * CompletionStage<Void> sent = lines.write("id,name\n");
 * for (Room room : rooms) {
 *     sent = sent.thenCompose(done -> lines.write(room.id() + "," + room.name() + "\n"));
 * }
 * sent.thenCompose(done -> lines.close());
 * }</pre>
 *
 * <p>A message that has begun cannot be cancelled. If you cannot finish it, close the session: the server sends the parts written so far,
 * then the close frame, and discards the messages queued behind the stream. A stream that has begun blocks
 * every later message of its session until it is closed. If the blocked messages fill the queue, or wait longer than the idle timeout, the
 * session is closed with 1011.
 *
 * @param <P> {@code String} or {@code ByteBuffer}
 */
public interface MessageStream<P> {
    /**
     * Sends a part as one frame. Text may be split anywhere, even between the two {@code char}s of a surrogate pair. A buffer must not
     * change until the stage has completed.
     *
     * @return completes when the part was written to the network; fails with a {@link WebSocketClosedException} if the session was closed
     *     before
     * @throws IllegalStateException after {@link #close}
     */
    CompletionStage<Void> write(P part);

    /**
     * Ends the message. A message without parts is empty. Closing twice does nothing.
     *
     * @return completes when the whole message was written to the network; fails as {@link #write} does
     */
    CompletionStage<Void> close();
}

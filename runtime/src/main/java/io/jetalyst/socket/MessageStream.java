package io.jetalyst.socket;

import java.util.concurrent.CompletionStage;

/**
 * One message that is sent in parts, as they are made: the fragments of RFC 6455 §5.4.
 *
 * <p>The message begins with the first {@link #write}. From then on to {@link #close} no other message of the session is sent between
 * its parts; what is sent meanwhile waits, in its order. Pings, pongs and the session's close do not wait. Every method may be
 * called from any thread; parts leave in the order of the calls.
 *
 * <p>Parts that wait count against the bounds of the session as messages do. One that does not fit ends the session with 1013, whatever
 * the endpoint says of slow clients, because a message can not miss a part. So write the next one when the stage of the one before
 * is done:
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
 * <p>A message that has begun can not be taken back. Who can not finish it closes the session: the parts written before are sent, then
 * the close, and whatever waited behind the message is not sent. A stream that is neither closed nor used holds back all that comes
 * after it.
 *
 * @param <P> {@code String} or {@code ByteBuffer}
 */
public interface MessageStream<P> {
    /**
     * Sends a part, as one frame. Text may be cut anywhere, also between the two {@code char}s of a character. A buffer must not change
     * until the stage is done.
     *
     * @return done when the part was handed to the network; fails with a {@link WebSocketClosedException} if the session ended before
     * @throws IllegalStateException after {@link #close}
     */
    CompletionStage<Void> write(P part);

    /**
     * Ends the message; a message without parts is empty. Closing twice does nothing more.
     *
     * @return done when the whole message was handed to the network; fails as {@link #write} does
     */
    CompletionStage<Void> close();
}

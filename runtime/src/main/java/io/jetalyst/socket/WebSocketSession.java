package io.jetalyst.socket;

import io.jetalyst.http.Request;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * One open WebSocket.
 *
 * <p>Every method may be called from any thread. Messages leave in the order of the calls that sent them. Each sending method
 * returns a stage that is done when the message was handed to the network, and fails with a {@link WebSocketClosedException} if the
 * session ended before; not looking at it is fine. Its life, and what listeners may count on, stands at {@link WebSocketHandshake}.
 *
 * <p>What waits to be sent is bounded: 256 frames and 256 KiB, unless the endpoint has other limits. A client that reads too slowly for
 * that is closed with 1013, and the stages of all that waits fail with a {@link WebSocketClosedException}. Where the endpoint's
 * {@link SocketOptions.Overflow} says otherwise the session stays, and the stage of what was dropped or refused fails with a
 * {@link WebSocketOverflowException}. No method waits for the network. One that sends while another thread is writing to the same
 * client, and has half of that limit before it, waits for that thread, 20 ms at most.
 *
 * <pre>{@code
 * session.sendJson(new RoomEvent.Said(person, "hello"))
 *        .thenCompose(done -> session.close(1000, "That was all."));
 * }</pre>
 */
public interface WebSocketSession {
    /** A name of this session that no other session of this process has. */
    String id();

    /** The handshake's request. */
    Request request();

    /** The subprotocol chosen in the handshake. */
    Optional<String> subprotocol();

    /** Whether messages can still be sent. */
    boolean isOpen();

    /** Bytes that were sent and not yet handed to the network. */
    long queuedBytes();

    /** Sends a text message. */
    CompletionStage<Void> send(String text);

    /** Sends the buffer's remaining bytes as a binary message. The buffer must not change until the stage is done. */
    CompletionStage<Void> send(ByteBuffer bytes);

    /**
     * Sends a value as JSON in a text message: as the widest sealed type that it is a member of and a codec knows, so that its discriminator
     * is there; otherwise as its own class.
     *
     * @throws io.jetalyst.codec.UnsupportedTypeException if no codec can write any of them
     */
    CompletionStage<Void> sendJson(Object value);

    /** A text message to send in parts (RFC 6455 §5.4). Nothing is sent before the first part. */
    MessageStream<String> streamText();

    /** A binary message to send in parts (RFC 6455 §5.4). Nothing is sent before the first part. */
    MessageStream<ByteBuffer> streamBinary();

    /**
     * Sends a ping (RFC 6455 §5.5.2).
     *
     * @throws IllegalArgumentException if the payload is longer than 125 bytes
     */
    CompletionStage<Void> ping(ByteBuffer payload);

    /** Closes with 1000 and no reason. The stage is done when the connection is gone. */
    CompletionStage<Void> close();

    /**
     * Closes with this code and reason. What was sent before is delivered first, unless a {@linkplain MessageStream streamed message}
     * that was not ended is in its way; nothing can be sent after it. A client that does not
     * answer is cut off after 5 seconds. Closing a session that has ended does nothing. The stage is done when the connection is
     * gone.
     *
     * @param code 1000, 1001, 1003, 1007 to 1014, or 3000 to 4999 (RFC 6455 §7.4)
     * @param reason for people; cut at 123 bytes of UTF-8, between characters
     * @throws IllegalArgumentException if the code may not be sent
     */
    CompletionStage<Void> close(int code, String reason);
}

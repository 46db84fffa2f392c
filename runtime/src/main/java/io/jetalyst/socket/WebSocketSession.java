package io.jetalyst.socket;

import io.jetalyst.http.Request;
import io.jetalyst.security.Identity;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * An open WebSocket. {@link WebSocketHandshake} describes its life cycle and the guarantees for listeners.
 *
 * <pre>{@code
 * session.sendJson(new RoomEvent.Said(person, "hello"))
 *        .thenCompose(done -> session.close(1000, "That was all."));
 * }</pre>
 *
 * <p><b>Threads and order.</b> Every method may be called from any thread. Messages are sent in the order of the calls.
 *
 * <p><b>Stages.</b> Each sending method returns a stage. It completes when the message was written to the network, and fails with a
 * {@link WebSocketClosedException} if the session was closed before. You may ignore the stage.
 *
 * <p><b>Back-pressure.</b> Messages are queued while the client does not read them. The queue holds at most 256 frames and 256 KiB, unless
 * the endpoint or the settings change that. If a message does not fit, the overflow policy of the endpoint applies: by default the session
 * is closed with 1013, and the stages of all queued messages fail with a {@link WebSocketClosedException}; with another
 * {@linkplain SocketOptions.Overflow policy} the session stays open, and the stage of the dropped message fails with a
 * {@link WebSocketOverflowException}.
 *
 * <p><b>Blocking.</b> No method waits for the network. If another thread is writing to the same client and half of the queue is full, a
 * sending method waits up to 20 ms for that thread.
 */
public interface WebSocketSession {
    /** Returns the id of this session, which is unique in this process. */
    String id();

    /** Returns the request of the handshake. */
    Request request();

    /** Returns the subprotocol selected in the handshake. */
    Optional<String> subprotocol();

    /**
     * Returns the identity of the client: that of the handshake, if the endpoint or its annotations have asked for it, or that of the token in the
     * first message ({@link WebSocketHandshake#authenticate}). If it {@linkplain Identity#expiresAt expires} and is not renewed, the session is closed
     * with 1008.
     */
    Optional<Identity> identity();

    /**
     * Replaces the identity by a newer one of the same client, so that the session stays open when the old one expires. The application calls it
     * with the token of a message.
     *
     * <pre>{@code
     * handshake.onMessage(Command.class, (session, command) -> {
     *     if (command instanceof Command.Renew renew) {
     *         session.renew(tokens.authenticate(renew.token())); // a token that is not valid closes the session with 1008
     *     }
     * });
     * }</pre>
     *
     * @throws IllegalArgumentException if the identity has another name than the one of this session, or this session has none
     * @throws io.jetalyst.security.CredentialsProblem if the identity has none of the roles that the endpoint needs; from a listener, it closes the session
     *     with 1008
     */
    void renew(Identity identity);

    /** Whether messages can still be sent. */
    boolean isOpen();

    /** Returns the number of bytes that are queued and not yet written to the network. */
    long queuedBytes();

    /** Sends a text message. */
    CompletionStage<Void> send(String text);

    /** Sends the remaining bytes of the buffer as a binary message. The buffer must not change until the stage has completed. */
    CompletionStage<Void> send(ByteBuffer bytes);

    /**
     * Sends a value as JSON in a text message. A member of a sealed type is written as the widest sealed type that a codec can write, so that
     * the JSON contains its discriminator; any other value is written as its own class.
     *
     * @throws io.jetalyst.codec.UnsupportedTypeException if no codec can write any of these types
     */
    CompletionStage<Void> sendJson(Object value);

    /** Returns a text message to send in parts (RFC 6455 §5.4). Nothing is sent before the first part. */
    MessageStream<String> streamText();

    /** Returns a binary message to send in parts (RFC 6455 §5.4). Nothing is sent before the first part. */
    MessageStream<ByteBuffer> streamBinary();

    /**
     * Sends a ping (RFC 6455 §5.5.2).
     *
     * @throws IllegalArgumentException if the payload is longer than 125 bytes
     */
    CompletionStage<Void> ping(ByteBuffer payload);

    /** Closes the session with 1000 and no reason. The stage completes when the connection is closed. */
    CompletionStage<Void> close();

    /**
     * Closes the session with this code and reason. The server sends the queued messages first, except those behind a
     * {@linkplain MessageStream streamed message} that is not ended. Nothing can be sent after this call. If the client does not answer the
     * close frame within 5 seconds, the server closes the connection. Does nothing if the session is closed. The stage completes when the
     * connection is closed.
     *
     * @param code 1000, 1001, 1003, 1007 to 1014, or 3000 to 4999 (RFC 6455 §7.4)
     * @param reason a text for people; cut after 123 bytes of UTF-8, between characters
     * @throws IllegalArgumentException if the code must not be sent
     */
    CompletionStage<Void> close(int code, String reason);
}

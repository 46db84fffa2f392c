package io.jetalyst.socket;

import io.jetalyst.http.Request;
import io.jetalyst.security.TokenAuthenticator;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * A request on the path of a WebSocket endpoint. It may or may not ask for a WebSocket (RFC 6455 §4, RFC 8441).
 *
 * <p>The endpoint calls {@link #isRequested()}. If that returns {@code true}, it attaches its listeners and returns {@code true}.
 *
 * <pre>{@code
 * if (!handshake.isRequested()) {
 *     return false;                      // the page answers
 * }
 * handshake.onText((session, text) -> session.send(text))
 *         .onClose((session, status) -> log.info("closed with {}", status.code()));
 * return true;
 * }</pre>
 *
 * <p>Each listener is attached at most once, after {@code isRequested()} has returned {@code true} and before the endpoint returns. Anything
 * else throws an {@link IllegalStateException}, so a listener is never replaced or ignored.
 *
 * <p><b>The life cycle of a session:</b>
 *
 * <ul>
 *   <li><b>Order.</b> {@code onOpen} is called first, before the server reads anything. Then come the message listeners, in the order in which
 *       the messages were received. {@code onClose} is called exactly once, last. If there is an error to report, {@code onError} is called
 *       right before it.
 *   <li><b>One at a time.</b> Two listeners of a session never run at the same time. The server reads the next message when the listener of
 *       the previous one has returned, or when the stage that it returned has completed. {@code onClose} waits for them in the same way. It
 *       stops waiting for a stage one minute after the session was closed, or when the server has no more time to stop. It always waits for a
 *       listener to return; the server interrupts the thread of that listener when it has no more time to stop.
 *   <li><b>Threads.</b> Listeners may block. They run on a virtual thread on JDK 21 and later, and on a thread of a bounded pool before.
 *       Listeners of a {@code @NonBlocking} endpoint run on the thread that read the message, and must not block. A thread runs listeners of
 *       many sessions, so clear thread-locals.
 *   <li><b>Closing.</b> {@code onClose} receives the code, the reason and the {@linkplain CloseStatus.Cause cause}. The first cause counts; no
 *       message is delivered after it. An exception of a listener is logged, and not sent to the client.
 *   <li><b>The connection.</b> The server sends the messages that were queued before the close frame first, if the client reads them. It
 *       closes the TCP connection (RFC 6455 §7.1.1) when both sides have sent a close frame, or 5 seconds after its own.
 * </ul>
 */
public interface WebSocketHandshake {
    /**
     * Whether this request asks for a WebSocket that the endpoint can accept. The call has no effect on the request: the server sends the
     * response after the endpoint has returned. The result does not change.
     */
    boolean isRequested();

    /** Returns the request. It stays valid as long as the session. */
    Request request();

    /** Returns the subprotocol that was selected from those of the client. */
    Optional<String> subprotocol();

    /**
     * Lets a client identify itself with a token in its first message. A client whose request has an identity needs no token. Any other client must
     * send its token as a text message of at most 8192 characters within 10 seconds, and no listener is called before, nor is {@code onClose}
     * after a failure. A wrong token, another message and a missing role close the session with 1008. The route of such an endpoint permits all clients.
     *
     * <pre>{@code
     * handshake.authenticate(tokens, "trader")
     *          .onOpen(session -> session.send("Hello " + session.identity().orElseThrow().name()));
     * }</pre>
     *
     * @param tokens recognizes the client; may block
     * @param roles the roles of which the client has one; none if any client with a valid token may connect
     * @throws io.jetalyst.http.HttpProblem if the request has an identity without such a role, or credentials that are wrong
     * @throws IllegalStateException if the endpoint is {@code @NonBlocking}
     */
    WebSocketHandshake authenticate(TokenAuthenticator tokens, String... roles);

    /** Attaches a listener that is called first, before any message is read. */
    WebSocketHandshake onOpen(OpenListener listener);

    /** Attaches a listener for whole text messages. It excludes the other listeners for text. */
    WebSocketHandshake onText(MessageListener<String> listener);

    /**
     * Attaches a listener for whole text messages that returns a stage. The server reads the next message when the stage has completed. If
     * the stage fails, the session is closed as if the listener had thrown the exception.
     */
    WebSocketHandshake onTextAsync(AsyncMessageListener<String> listener);

    /** Attaches a listener for whole binary messages. Each has a buffer of its own. It excludes the other listeners for binary messages. */
    WebSocketHandshake onBinary(MessageListener<ByteBuffer> listener);

    /** Attaches a listener for whole binary messages that returns a stage, as {@link #onTextAsync} does for text. */
    WebSocketHandshake onBinaryAsync(AsyncMessageListener<ByteBuffer> listener);

    /**
     * Attaches a listener for text messages that are JSON of this type. Text that is not valid JSON of the type closes the session with 1007,
     * unless {@link #onMalformedMessage} handles it. Each member of a record is required, unless it is {@code Optional} or
     * {@code @Nullable}, or has a {@code @DefaultValue}. Members that the record does not have are ignored, unless the setting
     * {@code json.unknown-members} says otherwise.
     *
     * <p>A record or sealed type in the package of the controller needs no annotation, nor does a sealed type with {@code @Messages} in any
     * package. With avaje-jsonb, annotate types of other packages with {@code @Json}.
     *
     * <pre>{@code
     * record Say(String text) {}
     *
     * handshake.onMessage(Say.class, (session, say) -> session.send("You said " + say.text()));
     * }</pre>
     *
     * <p>If clients send messages of several kinds, declare a sealed type with {@code @Messages}. The compiler then generates a listener
     * with a method for each kind, so that a kind without a handler does not compile. The member {@code type} of the JSON names the kind:
     *
     * <pre>{@code
     * // {"type":"say","text":"Hello"} or {"type":"leave"}
     * @Messages
     * public sealed interface Command {
     *     record Say(String text) implements Command {}
     *     record Leave() implements Command {}
     * }
     *
     * final class Visit implements Command_Listener {
     *     @Override public void onSay(WebSocketSession session, Command.Say message) { ... }
     *     @Override public void onLeave(WebSocketSession session, Command.Leave message) { session.close(); }
     * }
     *
     * handshake.onMessage(Command.class, new Visit());
     * }</pre>
     *
     * @throws io.jetalyst.codec.UnsupportedTypeException if no codec can read the type
     */
    <T> WebSocketHandshake onMessage(Class<T> type, MessageListener<? super T> listener);

    /**
     * Attaches a listener as {@link #onMessage} does, which returns a stage, as that of {@link #onTextAsync} does.
     *
     * @throws io.jetalyst.codec.UnsupportedTypeException if no codec can read the type
     */
    <T> WebSocketHandshake onMessageAsync(Class<T> type, AsyncMessageListener<? super T> listener);

    /**
     * Attaches a listener for text that is not valid JSON of the type of {@link #onMessage} or {@link #onMessageAsync}. The session stays
     * open; the listener may send an error message, or close the session with 1003 or 1007. An endpoint that attaches this listener without
     * one of the two is rejected with an {@link IllegalStateException} when it returns.
     *
     * <pre>{@code
     * handshake.onMessage(Command.class, this::execute)
     *          .onMalformedMessage((session, message) -> session.sendJson(new Event.Rejected("malformed")));
     * }</pre>
     */
    WebSocketHandshake onMalformedMessage(MessageListener<MalformedMessage> listener);

    /**
     * Attaches a listener for partial text messages. A part is a frame, or the bytes of a frame that have been received. A message may be of
     * any length; only the sizes and the number of its frames and the time are limited. A part never begins or ends inside a character. Only
     * the last part may be empty.
     */
    WebSocketHandshake onPartialText(PartialMessageListener<String> listener);

    /**
     * Attaches a listener for partial binary messages, each part in a buffer of its own. The same rules hold as for {@link #onPartialText}.
     */
    WebSocketHandshake onPartialBinary(PartialMessageListener<ByteBuffer> listener);

    /** Attaches a listener for pongs; the payload has at most 125 bytes. The server answers pings without a listener. */
    WebSocketHandshake onPong(MessageListener<ByteBuffer> listener);

    /**
     * Attaches a listener that is called right before {@code onClose} if something other than a close frame or a stop of the server closed the
     * session. It receives the exception of a listener, a network failure, or a {@link WebSocketClosedException} that names the violated
     * rule.
     */
    WebSocketHandshake onError(ErrorListener listener);

    /** Attaches a listener that is called exactly once, last, whatever closed the session. It cannot send any more. */
    WebSocketHandshake onClose(CloseListener listener);

    /** Is notified when a session is open. */
    @FunctionalInterface
    interface OpenListener {
        /** Called once, first. */
        void onOpen(WebSocketSession session) throws Exception;
    }

    /** Receives whole messages. */
    @FunctionalInterface
    interface MessageListener<T> {
        /** Called for each message. */
        void onMessage(WebSocketSession session, T message) throws Exception;
    }

    /** Receives whole messages, and returns a stage that completes when the message is processed. */
    @FunctionalInterface
    interface AsyncMessageListener<T> {
        /**
         * Called for each message. The returned stage may be that of a {@linkplain WebSocketSession#send send}, which fails if the client has
         * disconnected meanwhile; that is not reported as an error. It may also be that of a {@linkplain WebSocketSession#close() close}.
         */
        CompletionStage<?> onMessage(WebSocketSession session, T message) throws Exception;
    }

    /** Receives the parts of messages. */
    @FunctionalInterface
    interface PartialMessageListener<T> {
        /**
         * Called for each part.
         *
         * @param last whether this part ends the message
         */
        void onPart(WebSocketSession session, T part, boolean last) throws Exception;
    }

    /** Is notified of the error that closed a session. */
    @FunctionalInterface
    interface ErrorListener {
        /** Called at most once, right before {@code onClose}. */
        void onError(WebSocketSession session, Throwable error) throws Exception;
    }

    /** Is notified when a session is closed. */
    @FunctionalInterface
    interface CloseListener {
        /** Called exactly once, last. */
        void onClose(WebSocketSession session, CloseStatus status) throws Exception;
    }
}

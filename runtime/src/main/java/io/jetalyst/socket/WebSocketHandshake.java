package io.jetalyst.socket;

import io.jetalyst.http.Request;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * A request on the path of a socket endpoint, which may be a WebSocket handshake (RFC 6455 §4, RFC 8441).
 *
 * <p>The endpoint asks {@link #isRequested()}, attaches its listeners and returns {@code true}. Listeners are attached once each, after
 * {@code isRequested()} was {@code true} and before the method returns; anything else is an {@link IllegalStateException}, so that no
 * listener is ever replaced or ignored.
 *
 * <p><b>The life of a session</b>, whatever happens:
 *
 * <ul>
 *   <li><b>Order.</b> {@code onOpen} is called first, before anything is read; then the listeners of messages, in the order in which
 *       the messages came; {@code onClose} exactly once and last, right after {@code onError} where there is an error to tell.
 *   <li><b>One at a time.</b> No two listeners of a session run at the same time. The next message is read when the listener of the one
 *       before has returned, or when the stage it returned is done; {@code onClose}, too, waits for it. Only a stage that is still not
 *       done a minute after the session ended, or when the server has no more time to stop, is waited for no longer. A
 *       listener that has not returned is always waited for, so one that never does keeps {@code onClose} from being called; its thread is
 *       interrupted when the server has no more time to stop.
 *   <li><b>Threads.</b> Listeners may block: they run in a virtual thread from JDK 21 on, in one of a bounded pool before; with
 *       {@code @NonBlocking}, in the thread that reads. A thread runs listeners of many sessions, one after another, so thread-locals have to
 *       be cleared.
 *   <li><b>Ends.</b> {@code onClose} is told who or what ended the session, and with which code: {@link CloseStatus.Cause} has them all. The
 *       first end counts, and no message is heard after it. What a listener threw is logged and not sent.
 *   <li><b>The end of the connection.</b> What was sent before a close is delivered first, if the client reads. The server ends the connection
 *       (RFC 6455 §7.1.1) when both sides have sent a close frame, or 5 seconds after its own.
 * </ul>
 *
 * <pre>{@code
 * if (!handshake.isRequested()) {
 *     return false;                      // no handshake in this request: the page answers
 * }
 * handshake.onText((session, text) -> session.send(text))
 *         .onClose((session, status) -> log.info("left with {}", status.code()));
 * return true;
 * }</pre>
 */
public interface WebSocketHandshake {
    /**
     * Whether this request is a handshake that can be taken. The answer does not change; nothing is sent before the method has
     * returned.
     */
    boolean isRequested();

    /** The request, valid as long as the session. */
    Request request();

    /** The subprotocol chosen from those the client offers. */
    Optional<String> subprotocol();

    /** Called first, before any message is read. */
    WebSocketHandshake onOpen(OpenListener listener);

    /** Takes whole text messages. Excludes the other listeners of text. */
    WebSocketHandshake onText(MessageListener<String> listener);

    /** Takes whole text messages; the next one is read when the stage is done, and a stage that fails counts as thrown. */
    WebSocketHandshake onTextAsync(AsyncMessageListener<String> listener);

    /** Takes whole binary messages, each in a buffer of its own. Excludes the other listeners of binary messages. */
    WebSocketHandshake onBinary(MessageListener<ByteBuffer> listener);

    /** Takes whole binary messages; the next one is read when the stage is done, and a stage that fails counts as thrown. */
    WebSocketHandshake onBinaryAsync(AsyncMessageListener<ByteBuffer> listener);

    /**
     * Takes text messages as JSON of this type. Text that is no JSON of the type ends the session with 1007, unless
     * {@link #onMalformedMessage} hears of it.
     *
     * <p>Messages of several kinds are one sealed interface, whose discriminator the codec knows. With avaje-jsonb they carry
     * {@code @Json}, for no processor sees which types a method body names. With {@code @Messages} the compiler writes a listener that
     * has a method for each kind, and a kind that nobody handles does not compile:
     *
     * <pre>{@code
     * @Messages
     * @Json(typeProperty = "type")
     * @Json.SubType(type = Command.Say.class, name = "say")
     * @Json.SubType(type = Command.Leave.class, name = "leave")
     * public sealed interface Command {
     *     @Json record Say(String text) implements Command {}
     *     @Json record Leave() implements Command {}
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
     * As {@link #onMessage}; the next message is read when the stage is done, and a stage that fails counts as thrown.
     *
     * @throws io.jetalyst.codec.UnsupportedTypeException if no codec can read the type
     */
    <T> WebSocketHandshake onMessageAsync(Class<T> type, AsyncMessageListener<? super T> listener);

    /**
     * Called in place of the listener of {@link #onMessage} or {@link #onMessageAsync} with text that is no JSON of its type, an unknown discriminator included;
     * the session goes on. The answer is the endpoint's: an error message of its own, or a close with 1003 or 1007. Without
     * one of them it is refused when the method has returned.
     *
     * <pre>{@code
     * handshake.onMessage(Command.class, this::obey)
     *          .onMalformedMessage((session, message) -> session.sendJson(new Event.Refused("malformed")));
     * }</pre>
     */
    WebSocketHandshake onMalformedMessage(MessageListener<MalformedMessage> listener);

    /**
     * Takes text messages part by part, as they come: a frame, or what is there of one. A message is as long as the limits of frames
     * and of time let it be. A part never begins or ends inside a character. It is not empty, unless it is the last.
     */
    WebSocketHandshake onPartialText(PartialMessageListener<String> listener);

    /**
     * Takes binary messages part by part, as they come: a frame, or what is there of one, in a buffer of its own. A message is as long
     * as the limits of frames and of time let it be. A part is not empty, unless it is the last.
     */
    WebSocketHandshake onPartialBinary(PartialMessageListener<ByteBuffer> listener);

    /** Called for each pong with its payload, of 125 bytes at most. Pings are answered before anybody is asked. */
    WebSocketHandshake onPong(MessageListener<ByteBuffer> listener);

    /**
     * Called right before {@code onClose} with what ended the session, where something other than a close or a stop of the server did:
     * what a listener threw, a failure of the network, or a {@link WebSocketClosedException} that tells which rule was broken.
     */
    WebSocketHandshake onError(ErrorListener listener);

    /** Called exactly once, last, whatever ended the session. Nothing can be sent any more. */
    WebSocketHandshake onClose(CloseListener listener);

    /** Hears that the session is open. */
    @FunctionalInterface
    interface OpenListener {
        void onOpen(WebSocketSession session) throws Exception;
    }

    /** Takes a whole message. */
    @FunctionalInterface
    interface MessageListener<T> {
        void onMessage(WebSocketSession session, T message) throws Exception;
    }

    /**
     * Takes a whole message and says when it is done with it. It may return the stage of a {@linkplain WebSocketSession#send send}, which
     * fails if the client has left meanwhile: that is no error. It may also return that of a {@linkplain WebSocketSession#close() close}.
     */
    @FunctionalInterface
    interface AsyncMessageListener<T> {
        CompletionStage<?> onMessage(WebSocketSession session, T message) throws Exception;
    }

    /** Takes a part of a message. */
    @FunctionalInterface
    interface PartialMessageListener<T> {
        /** @param last whether the message ends with this part */
        void onPart(WebSocketSession session, T part, boolean last) throws Exception;
    }

    /** Hears what went wrong. */
    @FunctionalInterface
    interface ErrorListener {
        void onError(WebSocketSession session, Throwable error) throws Exception;
    }

    /** Hears how the session ended. */
    @FunctionalInterface
    interface CloseListener {
        void onClose(WebSocketSession session, CloseStatus status) throws Exception;
    }
}

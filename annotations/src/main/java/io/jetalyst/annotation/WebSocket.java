package io.jetalyst.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method that accepts WebSockets on a path (RFC 6455; RFC 8441 over HTTP/2). The same path may also serve a page.
 *
 * <p>The method takes a {@code WebSocketHandshake} and returns {@code boolean}. The framework calls it for every {@code GET} request of
 * the path whose parameters it can convert. If the request asks for no WebSocket, {@code handshake.isRequested()} is {@code false}; the
 * method then returns {@code false}, and the {@link Get} method of the same path answers. Without such a method the answer is 426. If
 * the request asks for a WebSocket, the method attaches its listeners and returns {@code true}. The framework rejects a malformed
 * handshake (400), an unsupported version (426) and a foreign {@code Origin} (403) before it calls the method.
 *
 * <pre>{@code
 * @Get("/echo")
 * String page() {
 *     return "Open a WebSocket on this path. It echoes your messages.";
 * }
 *
 * @WebSocket("/echo")
 * boolean echo(WebSocketHandshake handshake) {
 *     if (!handshake.isRequested()) {
 *         return false; // the page answers
 *     }
 *     handshake.onText((session, text) -> session.send(text));
 *     return true;
 * }
 * }</pre>
 *
 * <p>Limits bound the resources that one client may use. A limit that is not set here is taken from the application's setting, whose key
 * and default are named at each member; further limits are settings only. In dev mode the server prints the limits of every endpoint
 * when it starts. A limit cannot be switched off, but {@link Integer#MAX_VALUE} is practically unlimited.
 *
 * <pre>{@code
 * @WebSocket(value = "/notes", maxMessageBytes = 1000, messagesPerSecond = 5)
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface WebSocket {
    /** The path below the controller's {@link Path}; it begins with {@code /}. Empty means the path of the controller. */
    String value() default "";

    /**
     * Origins whose pages may connect, in addition to the application's own, each as {@code scheme://host} or
     * {@code scheme://host:port}. {@code "*"} allows every origin. The server rejects a handshake with any other {@code Origin} with 403
     * (RFC 6455 §10.2). It accepts a handshake without {@code Origin}, because browsers always send one.
     */
    String[] origins() default {};

    /**
     * Subprotocols of the endpoint, the preferred one first (RFC 6455 §1.9). The server selects the first one that the client also
     * offers. Names are case-sensitive.
     */
    String[] subprotocols() default {};

    /**
     * Whether the server rejects a client that offers none of the {@link #subprotocols} with 400. Otherwise it accepts that client without
     * a subprotocol.
     */
    boolean subprotocolRequired() default false;

    /**
     * The maximum size of a received message, in bytes. The server closes the session with 1009 as soon as a message exceeds it. For
     * listeners of partial messages this is the maximum size of a frame instead, and a message may be longer. Setting
     * {@code socket.max-message-bytes}, default 65536.
     */
    int maxMessageBytes() default 0;

    /**
     * The number of messages, pings and pongs that a client may send per second over a longer time. It may send twice as many at once,
     * unless the setting {@code socket.message-burst} says otherwise. Above the rate the server pauses reading from the client; if that lasts
     * for 10 seconds without a break, the server closes the session with 1008. Setting {@code socket.messages-per-second}, default 50.
     */
    int messagesPerSecond() default 0;

    /**
     * The maximum number of bytes in the send queue of a session; {@link #overflow} says what happens to a message that does not fit. A
     * single longer message is accepted while the queue is empty. Setting {@code socket.max-queued-bytes}, default 262144.
     */
    int maxQueuedBytes() default 0;

    /**
     * How long the client may be silent before the server closes the session with 1001, in seconds. The server closes it with 1013 if the
     * network accepts no byte of a write for that long. The server sends pings to silent clients after {@code socket.ping-interval},
     * which must be shorter; if that is not set, after 25 seconds or half of this time, whichever is less. Setting
     * {@code socket.idle-timeout}, default 60s.
     */
    int idleTimeoutSeconds() default 0;

    /** The action of the server if a message does not fit into the send queue of a session. */
    OverflowPolicy overflow() default OverflowPolicy.CLOSE;

    /**
     * Whether and how messages are compressed in both directions if the client offers it, as browsers do (RFC 7692,
     * {@code permessage-deflate}). Compression costs CPU time, and pays for long texts on slow networks. Limits on sizes apply to the
     * inflated message.
     *
     * <p>Do not enable compression if one message can contain both a secret and text that somebody else chooses; with
     * {@link Compression#CONTEXT_TAKEOVER}, if one session can. The compressed size reveals how much the two have in common, even over
     * TLS, and an attacker can recover the secret from many guesses (RFC 7692 §8; CRIME and BREACH).
     */
    Compression compression() default Compression.NONE;
}

package io.jetalyst.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Answers WebSocket handshakes (RFC 6455, and RFC 8441 over HTTP/2) on a path that may serve a page as well.
 *
 * <p>The method takes a {@code WebSocketHandshake} and returns {@code boolean}. It is called for every {@code GET} of its path
 * whose parameters it can bind. {@code handshake.isRequested()} is {@code false} where the request is no handshake: the method then
 * returns {@code false}, and the {@link Get} method of the same path answers (without one, 426). Otherwise the method attaches
 * its listeners and returns {@code true}. A malformed handshake, a wrong version, or a foreign {@code Origin} is refused before
 * the method is called.
 *
 * <pre>{@code
 * @Get("/echo")
 * String page() { return "Open a WebSocket on this path, and it says what you say."; }
 *
 * @WebSocket("/echo")
 * boolean echo(WebSocketHandshake handshake) {
 *     if (!handshake.isRequested()) {
 *         return false;
 *     }
 *     handshake.onText((session, text) -> session.send(text));
 *     return true;
 * }</pre>
 *
 * <p>What a client may cost is limited. A limit that is not written here is the application's, which is the setting named with it;
 * {@code server.mode=dev} prints the limits of every endpoint at start. None can be switched off, but
 * {@link Integer#MAX_VALUE} is as good as none.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface WebSocket {
    /** The path below the controller's {@link Path}, beginning with {@code /}; empty for the controller's own path. */
    String value() default "";

    /**
     * Origins that may connect besides the application's own, each as {@code scheme://host} or {@code scheme://host:port};
     * {@code "*"} lets every origin in. Any other {@code Origin} is answered with 403 (RFC 6455 §10.2). A handshake without
     * {@code Origin} does not come from a browser's page and is let in.
     */
    String[] origins() default {};

    /**
     * Subprotocols the endpoint speaks, the preferred one first (RFC 6455 §1.9). The first one that the client offers is
     * chosen; names are compared with case.
     */
    String[] subprotocols() default {};

    /** Whether a client that offers none of the {@link #subprotocols} is refused with 400; otherwise it is let in with none. */
    boolean subprotocolRequired() default false;

    /**
     * Bytes of the longest whole message taken; a longer one ends the session with 1009, before it is all there. A listener of
     * parts knows the limits of frames only. Setting {@code socket.max-message-bytes}, 65536.
     */
    int maxMessageBytes() default 0;

    /**
     * Bytes of the longest frame taken; a longer one ends the session with 1009 when its head is read (RFC 6455 §5.2), a compressed
     * one for listeners of parts when it has inflated to more. Where neither this nor its setting is given, it is as
     * {@link #maxMessageBytes}, whatever that comes to. Listeners of parts know no other limit of size: this is what one part may
     * cost, and {@link #maxFragments} of them one message. Setting {@code socket.max-frame-bytes}, 65536.
     */
    int maxFrameBytes() default 0;

    /**
     * Frames that one message may come in, empty ones included; one more ends the session with 1008. Setting
     * {@code socket.max-fragments}, 1024.
     */
    int maxFragments() default 0;

    /**
     * Seconds that the server waits in all for the rest of a message that has begun; then the session ends with 1008. The time
     * that listeners take does not count. Setting {@code socket.max-message-seconds}, 30.
     */
    int maxMessageSeconds() default 0;

    /**
     * Messages, pings and pongs that a client may send each second for long; {@link #messageBurst} more at once. Above it, reading
     * rests until the client is within the rate again; a client that has kept the server from reading for 10 seconds on end gets
     * 1008. Setting {@code socket.messages-per-second}, 50.
     */
    int messagesPerSecond() default 0;

    /** Messages, pings and pongs that may come at once after a silence. Setting {@code socket.message-burst}, 100. */
    int messageBurst() default 0;

    /** Frames that may wait to be sent to one client. Setting {@code socket.max-queued-frames}, 256. */
    int maxQueuedFrames() default 0;

    /**
     * Bytes that may wait to be sent to one client. A single longer message may go while nothing else waits. Setting
     * {@code socket.max-queued-bytes}, 262144.
     */
    int maxQueuedBytes() default 0;

    /** What becomes of a message when one of the two limits of its client's queue is reached. Other clients are not concerned. */
    OverflowPolicy overflow() default OverflowPolicy.CLOSE;

    /**
     * Whether messages are compressed on their way, both ways, where the client offers it, as browsers do (RFC 7692,
     * {@code permessage-deflate}). It costs time, and pays for long texts on slow networks.
     *
     * <p>Leave it off where a message, or with {@link Compression#CONTEXT_TAKEOVER} any message of the session, holds both a secret and text
     * that somebody else may choose. How far a message shrinks shows what the two have in common, encrypted or not, and from many
     * guesses the secret is read (§8; the attacks CRIME and BREACH).
     *
     * <p>Limits of size hold for what a message inflates to, so a small one that inflates to a large one ends the session, too.
     */
    Compression compression() default Compression.NONE;

    /**
     * Topics that one session may be subscribed to; beyond it, subscribing throws a {@code TopicLimitException}. Setting
     * {@code socket.max-subscriptions}, 100.
     */
    int maxSubscriptions() default 0;

    /** Seconds of silence after which the server sends a ping. Setting {@code socket.ping-interval-seconds}, 25. */
    int pingIntervalSeconds() default 0;

    /**
     * Seconds of silence after which a session ends with 1001, and seconds for which the network may take nothing that is
     * written to a client, before it ends with 1013. More than {@link #pingIntervalSeconds}. Setting {@code socket.idle-timeout-seconds}, 60.
     */
    int idleTimeoutSeconds() default 0;
}

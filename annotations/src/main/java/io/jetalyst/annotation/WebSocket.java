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
 * whose parameters it can bind. {@code handshake.accept()} is {@code false} where the request is no handshake: the method then
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
 *     if (!handshake.accept()) {
 *         return false;
 *     }
 *     handshake.onText((session, text) -> session.send(text));
 *     return true;
 * }</pre>
 * }</pre>
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
}

package io.jetalyst.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Promises that the listeners a {@link WebSocket} method attaches never block. They then run on the thread that read the message,
 * where others are dispatched to a thread that may block; a small message is answered sooner.
 *
 * <p>The promise is not checked. That thread reads from many sockets: while a listener waits for a lock, a file, a database or
 * another client, or computes for long, none of them is read. Sending and {@code Topic.publish} do not wait for the network, though to publish
 * to thousands of sockets takes its time, and a sender may wait 20 ms for another thread that is writing to the same client; to wait for
 * the stage that they return blocks. {@code onTextAsync}, {@code onBinaryAsync} and {@code onMessageAsync} wait for a stage without a thread.
 * The method itself, which answers the handshake, may block as ever.
 *
 * <pre>{@code
 * @WebSocket("/echo")
 * @NonBlocking
 * boolean echo(WebSocketHandshake handshake) {
 *     if (!handshake.isRequested()) {
 *         return false;
 *     }
 *     handshake.onTextAsync((session, text) -> session.send(text));
 *     return true;
 * }
 * }</pre>
 *
 * <p>Place it on a route (a method with {@link Get}, {@link WebSocket} or another annotation of that kind), on a method that overrides
 * a route, or on a controller, where it holds for all of its routes. On any other method or class it is a compilation error.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface NonBlocking {}

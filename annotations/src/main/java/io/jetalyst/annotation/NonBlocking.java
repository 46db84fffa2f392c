package io.jetalyst.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Promises that a handler never blocks: the method of an HTTP route, or the listeners of a {@link WebSocket} endpoint. They then run on the thread
 * that read the request or the message, which saves the hand-over to another thread. A request whose filters may block is handed over anyway.
 *
 * <p>The compiler does not check the promise. The thread reads from many sockets: while a listener waits for a lock, a file, a database, a
 * stage or another client, or computes for a long time, none of them is read. Sending and {@code Topic.publish} do not wait for the network,
 * but publishing to thousands of sockets takes time, and a sender may wait up to 20 ms for another thread that is writing to the same client.
 * Never wait for the stages that they return; {@code onTextAsync}, {@code onBinaryAsync} and {@code onMessageAsync} do so without a thread.
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
 * a route, or on a controller, where it applies to all of its routes. On any other method or class it is a compilation error.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface NonBlocking {}

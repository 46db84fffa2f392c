/**
 * The API for WebSockets: handshakes, sessions, and the topics that sessions subscribe to.
 *
 * <p>Start with {@link io.jetalyst.socket.WebSocketHandshake}, which an endpoint receives, and {@link io.jetalyst.socket.WebSocketSession},
 * which its listeners receive. {@link io.jetalyst.socket.Topics} publishes messages to many sessions.
 */
@NullMarked
package io.jetalyst.socket;

import org.jspecify.annotations.NullMarked;

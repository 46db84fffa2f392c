/** One WebSocket: its handshake, its session, and the topics it subscribes to. */
@NullMarked
package io.jetalyst.socket;

import org.jspecify.annotations.NullMarked;

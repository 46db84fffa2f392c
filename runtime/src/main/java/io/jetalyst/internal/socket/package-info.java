/** Composes the WebSockets of one application: handshakes, sessions, topics and the timer. Not exported. */
@NullMarked
package io.jetalyst.internal.socket;

import org.jspecify.annotations.NullMarked;

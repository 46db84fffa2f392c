/** One WebSocket session from its opening handshake to its close. Not exported. */
@NullMarked
package io.jetalyst.internal.session;

import org.jspecify.annotations.NullMarked;

/** Checks a WebSocket handshake, hands it to the endpoint and answers it (RFC 6455 §4.2). Not exported. */
@NullMarked
package io.jetalyst.internal.handshake;

import org.jspecify.annotations.NullMarked;

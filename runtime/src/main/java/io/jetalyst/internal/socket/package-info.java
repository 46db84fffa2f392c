/** WebSocket sessions between an engine's wire and an endpoint's listeners, and the topics they subscribe to. Not exported. */
@NullMarked
package io.jetalyst.internal.socket;

import org.jspecify.annotations.NullMarked;

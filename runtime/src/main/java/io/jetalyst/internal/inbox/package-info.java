/** Inbound frames of one session: limits their rate, assembles them to messages and calls the listeners. Not exported. */
@NullMarked
package io.jetalyst.internal.inbox;

import org.jspecify.annotations.NullMarked;

/** Server-sent events: a response that stays open, and sends an event whenever there is one. */
@NullMarked
package io.jetalyst.sse;

import org.jspecify.annotations.NullMarked;

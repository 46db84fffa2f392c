/** Topics: rooms with their subscribers, fan-out, and the in-memory hub. Not exported. */
@NullMarked
package io.jetalyst.internal.topic;

import org.jspecify.annotations.NullMarked;

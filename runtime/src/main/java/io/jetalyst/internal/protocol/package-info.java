/** RFC 6455 and RFC 7692: from bytes to frames and back. Knows nothing of sessions and listeners. */
@NullMarked
package io.jetalyst.internal.protocol;

import org.jspecify.annotations.NullMarked;

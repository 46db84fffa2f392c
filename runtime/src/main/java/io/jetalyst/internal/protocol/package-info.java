/** Encodes and decodes frames (RFC 6455) and compresses messages (RFC 7692). Does not depend on sessions and listeners. */
@NullMarked
package io.jetalyst.internal.protocol;

import org.jspecify.annotations.NullMarked;

/** Maps exceptions to responses. */
@NullMarked
package io.jetalyst.internal.failure;

import org.jspecify.annotations.NullMarked;

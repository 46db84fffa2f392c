/** Decides which requests the pages of other origins may send. */
@NullMarked
package io.jetalyst.internal.origin;

import org.jspecify.annotations.NullMarked;

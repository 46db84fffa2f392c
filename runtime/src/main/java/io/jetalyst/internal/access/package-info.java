/** Writes the access log. */
@NullMarked
package io.jetalyst.internal.access;

import org.jspecify.annotations.NullMarked;

/** Value to bytes and back. */
@NullMarked
package io.jetalyst.codec;

import org.jspecify.annotations.NullMarked;

/** Codecs convert values to bytes and back; the JSON codec is an extension. */
@NullMarked
package io.jetalyst.codec;

import org.jspecify.annotations.NullMarked;

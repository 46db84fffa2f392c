/** Checked models become source; nothing here decides what is correct. */
@NullMarked
package io.jetalyst.processor.write;

import org.jspecify.annotations.NullMarked;

/** The compiler's edge: elements become declarations, problems become messages, sources become files. */
@NullMarked
package io.jetalyst.processor.read;

import org.jspecify.annotations.NullMarked;

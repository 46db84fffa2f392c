/** Problems of the compiler, as values. */
@NullMarked
package io.jetalyst.processor.problem;

import org.jspecify.annotations.NullMarked;

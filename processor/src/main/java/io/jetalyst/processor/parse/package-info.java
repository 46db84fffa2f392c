/** Declarations become models. A user's mistake is a problem, never an exception. */
@NullMarked
package io.jetalyst.processor.parse;

import org.jspecify.annotations.NullMarked;

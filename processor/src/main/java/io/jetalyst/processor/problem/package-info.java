/** What can be wrong, as values. */
@NullMarked
package io.jetalyst.processor.problem;

import org.jspecify.annotations.NullMarked;

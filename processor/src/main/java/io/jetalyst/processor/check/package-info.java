/** Rules over one model or several; what passes them is {@link io.jetalyst.processor.check.Checked}. */
@NullMarked
package io.jetalyst.processor.check;

import org.jspecify.annotations.NullMarked;

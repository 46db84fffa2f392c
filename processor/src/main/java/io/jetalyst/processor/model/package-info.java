/** Controllers after parsing: their routes, parameters and results. */
@NullMarked
package io.jetalyst.processor.model;

import org.jspecify.annotations.NullMarked;

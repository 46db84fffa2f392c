/** Validation through avaje-validator. */
@NullMarked
package io.jetalyst.validation.avaje;

import org.jspecify.annotations.NullMarked;

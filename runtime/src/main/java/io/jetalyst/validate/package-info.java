/** The interfaces through which an extension checks the constraints of bodies, parameters and messages. */
@NullMarked
package io.jetalyst.validate;

import org.jspecify.annotations.NullMarked;

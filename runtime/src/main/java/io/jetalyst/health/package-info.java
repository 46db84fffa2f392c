/** Checks of an application that decide whether it is ready for requests. */
@NullMarked
package io.jetalyst.health;

import org.jspecify.annotations.NullMarked;

/** Finds the route of a path. */
@NullMarked
package io.jetalyst.internal.router;

import org.jspecify.annotations.NullMarked;

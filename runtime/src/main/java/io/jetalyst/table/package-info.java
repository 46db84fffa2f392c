/** The interfaces that generated code implements: the table of a controller's routes and the invoker that calls its methods. */
@NullMarked
package io.jetalyst.table;

import org.jspecify.annotations.NullMarked;

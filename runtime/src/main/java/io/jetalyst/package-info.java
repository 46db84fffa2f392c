/** Start here: an application is built, started and stopped with these types. */
@NullMarked
package io.jetalyst;

import org.jspecify.annotations.NullMarked;

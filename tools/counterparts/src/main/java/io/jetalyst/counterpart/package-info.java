/** The programs of other authors that tests run in front of the server and against it. */
@NullMarked
package io.jetalyst.counterpart;

import org.jspecify.annotations.NullMarked;

/** Bodies of requests. */
@NullMarked
package io.jetalyst.body;

import org.jspecify.annotations.NullMarked;

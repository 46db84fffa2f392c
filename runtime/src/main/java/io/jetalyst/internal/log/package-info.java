/** Text of clients in logs. */
@NullMarked
package io.jetalyst.internal.log;

import org.jspecify.annotations.NullMarked;

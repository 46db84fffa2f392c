/** From a builder to a running application. */
@NullMarked
package io.jetalyst.internal.start;

import org.jspecify.annotations.NullMarked;

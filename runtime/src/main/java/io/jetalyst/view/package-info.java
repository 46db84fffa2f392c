/** Pages. */
@NullMarked
package io.jetalyst.view;

import org.jspecify.annotations.NullMarked;

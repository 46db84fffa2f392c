/** Renders jte templates as views. */
@NullMarked
package io.jetalyst.views.jte;

import org.jspecify.annotations.NullMarked;

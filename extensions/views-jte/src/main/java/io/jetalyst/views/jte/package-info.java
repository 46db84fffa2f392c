/** Views from jte templates. */
@NullMarked
package io.jetalyst.views.jte;

import org.jspecify.annotations.NullMarked;

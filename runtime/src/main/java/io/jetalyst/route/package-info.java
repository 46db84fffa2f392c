/** Routes and their traits, as filters see them. */
@NullMarked
package io.jetalyst.route;

import org.jspecify.annotations.NullMarked;

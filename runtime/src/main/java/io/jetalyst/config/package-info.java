/** Settings an operator gives, and the one exception that tells an operator what is wrong. */
@NullMarked
package io.jetalyst.config;

import org.jspecify.annotations.NullMarked;

/** Settings an operator gives, and the exception that reports a wrong one. */
@NullMarked
package io.jetalyst.config;

import org.jspecify.annotations.NullMarked;

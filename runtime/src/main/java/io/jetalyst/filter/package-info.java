/** Filters that an application puts around its handlers, and the context that one request carries through them. */
@NullMarked
package io.jetalyst.filter;

import org.jspecify.annotations.NullMarked;

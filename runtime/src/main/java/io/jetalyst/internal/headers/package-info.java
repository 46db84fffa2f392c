/** Header fields that responses get for safety, in one place: their defaults, and the changes of the application and of a route. */
@NullMarked
package io.jetalyst.internal.headers;

import org.jspecify.annotations.NullMarked;

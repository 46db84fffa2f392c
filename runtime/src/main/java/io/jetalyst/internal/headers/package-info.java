/** The security header fields of responses, in one place: their defaults, and the changes of the application and of a route. */
@NullMarked
package io.jetalyst.internal.headers;

import org.jspecify.annotations.NullMarked;

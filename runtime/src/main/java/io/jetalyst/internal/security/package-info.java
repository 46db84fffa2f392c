/** Authentication of requests, and the rules of routes. */
@NullMarked
package io.jetalyst.internal.security;

import org.jspecify.annotations.NullMarked;

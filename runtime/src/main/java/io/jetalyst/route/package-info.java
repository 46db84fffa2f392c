/** Tables of routes, the router over them, and what runs around an invocation. Generated code implements these types. */
@NullMarked
package io.jetalyst.route;

import org.jspecify.annotations.NullMarked;

/** The identity of a client, and the problem of a client whose credentials are wrong. */
@NullMarked
package io.jetalyst.security;

import org.jspecify.annotations.NullMarked;

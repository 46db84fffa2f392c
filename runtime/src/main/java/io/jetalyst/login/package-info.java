/** Authenticators: they recognize the client of a request by its credentials. */
@NullMarked
package io.jetalyst.login;

import org.jspecify.annotations.NullMarked;

/** Sessions of browsers: their cookie, their values, and the sockets that end with them. A store of an extension keeps the sessions. */
@NullMarked
package io.jetalyst.internal.httpsession;

import org.jspecify.annotations.NullMarked;

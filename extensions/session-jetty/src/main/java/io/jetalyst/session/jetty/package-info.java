/**
 * Sessions through Jetty's {@code jetty-session}: its ids, its cache, its stores for files and databases, and its house-keeper.
 *
 * <p>Jetty's {@code SessionHandler} is not used. It belongs into the tree of handlers of a Jetty server, loads the session before the handler of every
 * request, and so makes every request one that may block. Its two parts that need a request of Jetty are therefore in the runtime: the cookie, and the
 * time at which a request enters and leaves a session.
 */
@NullMarked
package io.jetalyst.session.jetty;

import org.jspecify.annotations.NullMarked;

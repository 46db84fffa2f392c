/**
 * Decides which pages of other origins may read responses (Fetch, CORS protocol), and answers preflight requests.
 *
 * <p>Jetty's {@code CrossOriginHandler} is not used. It sits in the tree of handlers, in front of the table of routes: it knows no methods of a
 * path, has one list of origins for a tree of paths, and answers before the host, the base path and the proxy of a request are known. Here the
 * table answers with the methods that the path has, and responses of the engine itself have the same fields as those of routes.
 */
@NullMarked
package io.jetalyst.internal.cors;

import org.jspecify.annotations.NullMarked;

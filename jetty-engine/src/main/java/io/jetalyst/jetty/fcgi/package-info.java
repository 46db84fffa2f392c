/**
 * FastCGI 1.0: requests that a web server such as Apache or nginx has received, as requests of Jetty's core. Not exported. The specification is
 * "FastCGI Specification" by Mark R. Brown, version 1.0.
 *
 * <p>Jetty's own classes for this, {@code ServerFCGIConnection}, {@code HttpStreamOverFCGI} and {@code ParamsContentParser} of 12.1.10, cannot
 * be used. A connection on which a record ends where the bytes of one read end never reads again, so a request of Apache, which sends each
 * record with a write of its own, is not answered. A parameter of 32 KiB or more is cut, and its rest is read as further parameters, which a
 * client could so choose. A record that is malformed leaves the connection open for ever. No end of a client is noticed while a handler runs.
 * The first two classes are internal, so nothing of this can be corrected from outside, and the module needs all of Jetty's HTTP client.
 */
@NullMarked
package io.jetalyst.jetty.fcgi;

import org.jspecify.annotations.NullMarked;

/** The engine on Jetty's core handlers: HTTP/1.1, HTTP/2 without TLS, and WebSockets over both. */
@NullMarked
package io.jetalyst.jetty;

import org.jspecify.annotations.NullMarked;

/** The engine on Jetty's core handlers: HTTP/1.1 and HTTP/2, with and without TLS, WebSockets over both, and FastCGI. */
@NullMarked
package io.jetalyst.jetty;

import org.jspecify.annotations.NullMarked;

package io.jetalyst.jetty;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import org.eclipse.jetty.io.EndPoint;

/** A connection of a client, with or without TLS, that may carry HTTP/1. */
interface Http1EndPoint extends EndPoint {
    /** The state of the requests on this connection. */
    Http1State http1();

    /** The connection below TLS. */
    HttpEndPoint transport();

    /** The channel of the connection. */
    SocketChannel channel();

    /** Reads bytes of the requests, as {@link #fill} does, without a look at them. */
    int read(ByteBuffer buffer) throws IOException;
}

package io.jetalyst.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;

/** The server side of the TCP connection of a raw client, which the test controls. */
final class Peer implements AutoCloseable {
    private final ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    private final RawSocket client;
    private final Socket server;

    Peer() throws IOException {
        this(Limited.DEFAULT);
    }

    /** With a client whose reads wait so long. */
    Peer(Duration limit) throws IOException {
        client = new RawSocket(listener.getLocalPort(), limit);
        server = listener.accept();
        server.setSoTimeout(10_000);
    }

    RawSocket client() {
        return client;
    }

    /** Writes these bytes to the client. */
    void says(int... bytes) throws IOException {
        for (int one : bytes) {
            server.getOutputStream().write(one);
        }
    }

    void ends() throws IOException {
        server.close();
    }

    /** Returns the bytes that the client writes. */
    InputStream input() throws IOException {
        return server.getInputStream();
    }

    @Override
    public void close() throws IOException {
        client.close();
        server.close();
        listener.close();
    }
}

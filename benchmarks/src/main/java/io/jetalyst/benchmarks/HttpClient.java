package io.jetalyst.benchmarks;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/** One connection of the {@link RequestLoad}, with at most one request in flight. */
abstract class HttpClient {
    private final SocketChannel channel;
    private final ByteBuffer input;
    private long sentNanos;

    /** Connects. */
    HttpClient(int port, ByteBuffer input) throws IOException {
        this.channel = SocketChannel.open(new InetSocketAddress("127.0.0.1", port));
        this.input = input;
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    }

    static HttpClient connect(boolean http2, int port, String path, ByteBuffer input) throws IOException {
        return http2 ? new Http2Client(port, path, input) : new Http1Client(port, path, input);
    }

    final void register(Selector selector) throws IOException {
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ, this);
    }

    /** Sends the next request. */
    final void send() throws IOException {
        sentNanos = System.nanoTime();
        write(nextRequest());
    }

    /** Reads once, and returns whether the response is complete. */
    final boolean receive() throws IOException {
        if (channel.read(input.clear()) < 0) {
            throw new EOFException("the server has closed the connection");
        }
        return isComplete(input.flip());
    }

    /** The time since the last request was sent. */
    final long latencyNanos() {
        return System.nanoTime() - sentNanos;
    }

    final void write(ByteBuffer bytes) throws IOException {
        channel.write(bytes);
        if (bytes.hasRemaining()) {
            throw new IOException("a request did not fit into the socket's buffer");
        }
    }

    abstract ByteBuffer nextRequest();

    /** Reads a part of a response, and returns whether it was the last one. */
    abstract boolean isComplete(ByteBuffer part) throws IOException;
}

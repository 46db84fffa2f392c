package io.jetalyst.benchmarks;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Opens many WebSockets at the same time, in one thread: all connect before the first is answered. */
final class Opening {
    private static final long LIMIT_NANOS = 60_000_000_000L;

    private final int port;
    private final String path;
    private final int receiveBuffer;
    private final Consumer<SocketChannel> opened;
    private final ByteBuffer input = ByteBuffer.allocate(1024);
    private int pending;
    private int refused;

    /**
     * @param receiveBuffer the kernel's receive buffer of a client, in bytes; 0 for the default of the kernel
     * @param opened takes each channel whose handshake was answered; bytes that the server sends at once may be dropped
     */
    Opening(int port, String path, int receiveBuffer, Consumer<SocketChannel> opened) {
        this.port = port;
        this.path = path;
        this.receiveBuffer = receiveBuffer;
        this.opened = opened;
    }

    /** Opens so many; returns how many were refused, or not answered within a minute. */
    int open(int sockets) throws IOException {
        try (Selector selector = Selector.open()) {
            for (int i = 0; i < sockets; i++) {
                connect(selector);
            }
            long end = System.nanoTime() + LIMIT_NANOS;
            while (pending > 0 && System.nanoTime() < end) {
                selector.select(1000);
                for (SelectionKey key : selector.selectedKeys()) {
                    proceed(key);
                }
                selector.selectedKeys().clear();
            }
        }
        return refused + pending;
    }

    private void connect(Selector selector) throws IOException {
        SocketChannel channel = SocketChannel.open();
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        if (receiveBuffer > 0) {
            channel.setOption(StandardSocketOptions.SO_RCVBUF, receiveBuffer);
        }
        pending++;
        try {
            channel.register(selector, SelectionKey.OP_CONNECT, new StringBuilder());
            if (channel.connect(new InetSocketAddress("127.0.0.1", port))) {
                ask(channel, selector);
            }
        } catch (IOException refusal) {
            refuse(channel);
        }
    }

    private void ask(SocketChannel channel, Selector selector) throws IOException {
        channel.write(Client.handshake(path));
        channel.keyFor(selector).interestOps(SelectionKey.OP_READ);
    }

    private void proceed(SelectionKey key) throws IOException {
        SocketChannel channel = (SocketChannel) key.channel();
        try {
            if (key.isConnectable() && channel.finishConnect()) {
                ask(channel, key.selector());
            } else if (key.isReadable()) {
                read(channel, key);
            }
        } catch (IOException refusal) {
            refuse(channel);
        }
    }

    private void read(SocketChannel channel, SelectionKey key) throws IOException {
        int read = channel.read(input.clear());
        StringBuilder answer = (StringBuilder) key.attachment();
        answer.append(StandardCharsets.US_ASCII.decode(input.flip()));
        boolean answered = answer.indexOf("\r\n\r\n") >= 0;
        if (answered && answer.indexOf("HTTP/1.1 101") == 0) {
            key.cancel();
            pending--;
            opened.accept(channel);
        } else if (answered || read < 0) {
            refuse(channel);
        }
    }

    private void refuse(SocketChannel channel) throws IOException {
        channel.close();
        pending--;
        refused++;
    }
}

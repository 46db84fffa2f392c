package io.jetalyst.benchmarks;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The minimum cost of a broadcast. One thread only reads and writes, and answers each message with one prepared frame to all clients. No
 * server that writes to each client separately can be faster.
 */
public final class FloorServer {
    private static final String HANDSHAKE =
            "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n";
    private static final int PAYLOAD_BYTES = 64;

    private final Selector selector = Selector.open();
    private final List<SocketChannel> chatters = new ArrayList<>();
    private final ByteBuffer input = ByteBuffer.allocateDirect(16 * 1024);
    private final ByteBuffer frame = ByteBuffer.allocateDirect(2 + PAYLOAD_BYTES);

    private FloorServer() throws IOException {
        frame.put((byte) 0x81).put((byte) PAYLOAD_BYTES).clear();
    }

    public static void main(String[] args) throws IOException {
        new FloorServer().run(Stage.option(args, "port", 8080));
    }

    private void run(int port) throws IOException {
        ServerSocketChannel server = ServerSocketChannel.open().bind(new InetSocketAddress("127.0.0.1", port), 1024);
        server.configureBlocking(false);
        server.register(selector, SelectionKey.OP_ACCEPT);
        while (true) {
            selector.select(key -> {
                try {
                    serve(key, server);
                } catch (IOException gone) {
                    key.cancel();
                    chatters.remove(key.channel());
                }
            });
        }
    }

    private void serve(SelectionKey key, ServerSocketChannel server) throws IOException {
        if (key.isAcceptable()) {
            SocketChannel client = server.accept();
            client.configureBlocking(false);
            client.setOption(StandardSocketOptions.TCP_NODELAY, true);
            client.register(selector, SelectionKey.OP_READ);
            return;
        }
        SocketChannel client = (SocketChannel) key.channel();
        if (client.read(input.clear()) < 0) {
            throw new IOException("closed");
        }
        if (!chatters.contains(client)) {
            client.write(ByteBuffer.wrap(HANDSHAKE.getBytes(StandardCharsets.US_ASCII)));
            chatters.add(client);
            return;
        }
        for (SocketChannel chatter : chatters) {
            chatter.write(frame.clear());
        }
    }
}

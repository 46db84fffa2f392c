package io.jetalyst.benchmarks;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/** A member of a crowd that reads, and knows how many of the messages that are counted it has got. */
final class Reader {
    private final Client client;
    private int got;

    Reader(Client client) {
        this.client = client;
    }

    SocketChannel channel() {
        return client.channel();
    }

    void send(ByteBuffer frame) throws IOException {
        client.send(frame);
    }

    /** Reads once; returns how many messages are complete. */
    int receive() throws IOException {
        return client.receive();
    }

    void begin() {
        got = 0;
    }

    int got() {
        return got;
    }

    /** The number of the next message. */
    int next() {
        return got++;
    }
}

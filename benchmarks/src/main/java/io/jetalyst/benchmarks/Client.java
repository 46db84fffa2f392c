package io.jetalyst.benchmarks;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/** One WebSocket of the load: sends frames that were made beforehand, and counts the messages that come back. */
final class Client {
    private static final String HANDSHAKE =
            "GET %s HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                    + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";

    private final SocketChannel channel;
    private final ByteBuffer input;
    /** Bytes of the current frame that are still to come. */
    private int missing;
    /** Whether the current frame ends a message. */
    private boolean last;

    /** One whose handshake was answered, and nothing read after it. */
    Client(SocketChannel channel, ByteBuffer input) {
        this.channel = channel;
        this.input = input;
    }

    /** Connects, and blocks until the handshake is answered. */
    Client(int port, String path, ByteBuffer input) throws IOException {
        this(SocketChannel.open(new InetSocketAddress("127.0.0.1", port)), input);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.write(handshake(path));
        ByteBuffer one = ByteBuffer.allocate(1);
        StringBuilder answer = new StringBuilder();
        while (answer.indexOf("\r\n\r\n") < 0) {
            if (channel.read(one.clear()) < 0) {
                throw new EOFException("the handshake was answered with " + answer);
            }
            answer.append((char) one.get(0));
        }
        if (!answer.toString().startsWith("HTTP/1.1 101")) {
            throw new IOException("the handshake was answered with " + answer);
        }
    }

    /** The request of a handshake. */
    static ByteBuffer handshake(String path) {
        return ByteBuffer.wrap(HANDSHAKE.formatted(path).getBytes(StandardCharsets.US_ASCII));
    }

    SocketChannel channel() {
        return channel;
    }

    /** Sends all bytes of the buffer, whose position is left alone. */
    void send(ByteBuffer frames) throws IOException {
        ByteBuffer left = frames.duplicate();
        while (left.hasRemaining()) {
            channel.write(left);
        }
    }

    /** Reads once, and counts the messages that are complete. */
    int receive() throws IOException {
        if (channel.read(input.clear()) < 0) {
            throw new EOFException("the server has closed the connection");
        }
        input.flip();
        int messages = 0;
        while (input.hasRemaining()) {
            if (missing == 0) {
                begin();
            }
            int here = Math.min(missing, input.remaining());
            input.position(input.position() + here);
            missing -= here;
            if (missing == 0 && last) {
                messages++;
            }
        }
        return messages;
    }

    /** Reads a frame's head; one that is cut by the end of the buffer is fetched byte by byte. */
    private void begin() throws IOException {
        last = next() < 0;
        int length = next() & 0x7f;
        if (length == 127) {
            throw new IOException("no frame of the load is that long");
        }
        missing = length < 126 ? length : (next() & 0xff) << 8 | next() & 0xff;
    }

    private byte next() throws IOException {
        while (!input.hasRemaining()) {
            channel.read(input.clear());
            input.flip();
        }
        return input.get();
    }

    /** A masked text frame (RFC 6455 §5.2), so many times. */
    static ByteBuffer frames(int size, int times) {
        ByteBuffer frames = ByteBuffer.allocateDirect(times * (size + 8));
        byte[] mask = {0x12, 0x34, 0x56, 0x78};
        for (int i = 0; i < times; i++) {
            frames.put((byte) 0x81);
            if (size < 126) {
                frames.put((byte) (0x80 | size));
            } else {
                frames.put((byte) (0x80 | 126)).putShort((short) size);
            }
            frames.put(mask);
            for (int at = 0; at < size; at++) {
                frames.put((byte) ('a' + at % 26 ^ mask[at % 4]));
            }
        }
        return frames.flip();
    }
}

package io.jetalyst.testkit;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;

/**
 * A client that speaks WebSocket frame by frame over TCP (RFC 6455 §5), right or wrong as it is told: for tests of what
 * a server does when clients misbehave.
 *
 * <pre>{@code
 * RawSocket raw = sockets.raw("/echo");
 * raw.frame(TEXT, (byte) 'a');                              // a fragment; FIN | TEXT is a whole message
 * raw.write(raw.unmasked(FIN | CONTINUATION, (byte) 'b'));  // without a mask: a broken frame
 * assertEquals(1002, raw.readClose());
 * }</pre>
 *
 * <p>A frame begins with any byte at all: {@code FIN | 0x40 | TEXT} sets a reserved bit, {@code FIN | 3} is an opcode
 * that does not exist. The client answers nothing by itself, neither pings nor closes, and reads only when the test
 * does. One that never reads is {@linkplain #openWithSmallBuffers narrow}, so that the network holds little for it.
 *
 * <p>A read waits at most as long as the {@link TestApp} says, and ten seconds where the test opened the socket without
 * {@link TestSockets}. A read that fails says what came before. One thread may write while another reads.
 */
public final class RawSocket implements Closeable {
    public static final int CONTINUATION = 0;
    public static final int TEXT = 1;
    public static final int BINARY = 2;
    public static final int CLOSE = 8;
    public static final int PING = 9;
    public static final int PONG = 10;

    /** The bit of a first byte that ends a message. */
    public static final int FIN = 0x80;

    /** The handshake's example key of RFC 6455 §1.3. */
    private static final String KEY = "dGhlIHNhbXBsZSBub25jZQ==";

    private final Socket socket;
    private final RawInput in;
    private final Random masks = new Random(42);

    /**
     * A frame from the server.
     *
     * @param firstByte with the bits FIN and RSV1 to RSV3, and the opcode
     */
    public record Frame(int firstByte, byte[] payload) {
        public int opcode() {
            return firstByte & 0x0f;
        }

        /** Whether it ends its message. */
        public boolean last() {
            return (firstByte & FIN) != 0;
        }

        /** The payload as UTF-8. */
        public String text() {
            return new String(payload, StandardCharsets.UTF_8);
        }

        /** The code of a close frame; 1005 if it has none. */
        public int code() {
            return payload.length < 2 ? 1005 : ByteBuffer.wrap(payload).getShort() & 0xffff;
        }

        /** The reason of a close frame; empty if it has none. */
        public String reason() {
            return payload.length < 2 ? "" : new String(payload, 2, payload.length - 2, StandardCharsets.UTF_8);
        }

        /** The frame for people: {@code TEXT "hello"}, {@code CLOSE 1002}; long payloads are shortened. */
        @Override
        public String toString() {
            return Frames.describe(this);
        }
    }

    /** A TCP connection to this machine on which nothing was said yet. */
    public RawSocket(int port) throws IOException {
        this(port, Limited.DEFAULT);
    }

    /** The same whose reads wait so long. */
    RawSocket(int port, Duration limit) throws IOException {
        this(port, limit, 0);
    }

    private RawSocket(int port, Duration limit, int receiveBuffer) throws IOException {
        int millis = Limited.millis(limit);
        socket = new Socket();
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(millis);
        if (receiveBuffer > 0) {
            socket.setReceiveBufferSize(receiveBuffer);
        }
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), millis);
        in = new RawInput(socket.getInputStream(), limit);
    }

    /**
     * An open WebSocket.
     *
     * @param lines that the handshake has beside its own, such as {@code Origin: https://example.org}. They are sent as
     *     they are, right or wrong; {@link TestSockets#raw} takes names and values.
     * @throws IOException if the handshake is refused; the message shows the answer's head
     */
    public static RawSocket open(int port, String path, String... lines) throws IOException {
        return open(port, Limited.DEFAULT, path, lines);
    }

    /** The same whose reads wait so long. */
    static RawSocket open(int port, Duration limit, String path, String... lines) throws IOException {
        return shake(new RawSocket(port, limit), path, lines);
    }

    /** An open WebSocket whose kernel takes little before the client reads. */
    public static RawSocket openWithSmallBuffers(int port, String path) throws IOException {
        return openWithSmallBuffers(port, Limited.DEFAULT, path);
    }

    /** The same whose reads wait so long. */
    static RawSocket openWithSmallBuffers(int port, Duration limit, String path) throws IOException {
        return shake(new RawSocket(port, limit, 4096), path);
    }

    private static RawSocket shake(RawSocket raw, String path, String... lines) throws IOException {
        raw.write(handshake(path, lines));
        String head = raw.readHead();
        if (!head.startsWith("HTTP/1.1 101 ")) {
            raw.close();
            throw new IOException("GET " + path + " opened no WebSocket, the answer is: " + head);
        }
        return raw;
    }

    /** The request of a handshake (RFC 6455 §4.1), with these lines added as they are. */
    public static String handshake(String path, String... lines) {
        StringBuilder request =
                new StringBuilder("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\n"
                        + "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: " + KEY + "\r\n");
        for (String line : lines) {
            request.append(line).append("\r\n");
        }
        return request.append("\r\n").toString();
    }

    /** Writes the characters as bytes, ISO 8859-1: for requests. */
    public void write(String latin) throws IOException {
        write(latin.getBytes(StandardCharsets.ISO_8859_1));
    }

    public void write(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    /** Writes byte by byte, each in a packet of its own. */
    public void trickle(byte[] bytes) throws IOException {
        for (byte one : bytes) {
            socket.getOutputStream().write(one);
        }
    }

    /** Sends a whole, masked text message. */
    public void text(String text) throws IOException {
        frame(FIN | TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends a masked frame with this first byte. */
    public void frame(int firstByte, byte... payload) throws IOException {
        write(masked(firstByte, payload));
    }

    /** Sends a close frame with this code, allowed or not, and this payload after it. */
    public void closeFrame(int code, byte... reason) throws IOException {
        ByteBuffer payload = ByteBuffer.allocate(2 + reason.length);
        frame(FIN | CLOSE, payload.putShort((short) code).put(reason).array());
    }

    /** The bytes of a masked frame. */
    public byte[] masked(int firstByte, byte... payload) {
        byte[] mask = new byte[4];
        masks.nextBytes(mask);
        return Frames.masked(firstByte, mask, payload);
    }

    /** The bytes of a frame without a mask, which no client may send (RFC 6455 §5.1). */
    public byte[] unmasked(int firstByte, byte... payload) {
        return Frames.unmasked(firstByte, payload);
    }

    /**
     * The next frame.
     *
     * @throws EOFException if the server has closed the connection
     * @throws SocketTimeoutException if none comes
     */
    public Frame read() throws IOException {
        return in.frame();
    }

    /** The code of the close frame that comes after any other frames. */
    public int readClose() throws IOException {
        Frame frame = read();
        while (frame.opcode() != CLOSE) {
            frame = read();
        }
        return frame.code();
    }

    /** Status line and fields of an HTTP answer; what came of them if the connection ended instead. */
    public String readHead() throws IOException {
        return in.head();
    }

    /** So many bytes, of whatever they are part. */
    public byte[] readFully(int length) throws IOException {
        return in.fully(length);
    }

    /** Waits until the server has ended the connection, orderly or not. */
    public void awaitEnd() throws IOException {
        readUntilEnd(new StringBuilder());
    }

    /** All that comes until the server has ended the connection, orderly or not. */
    public void readUntilEnd(StringBuilder all) throws IOException {
        in.untilEnd(all);
    }

    /** Says no more, but still listens. */
    public void halfClose() throws IOException {
        socket.shutdownOutput();
    }

    /** Breaks the connection, so that the server gets a reset. Does nothing if it is closed. */
    public void reset() {
        try (socket) {
            socket.setSoLinger(true, 0);
        } catch (SocketException closed) {
            // closed already
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Closes the connection without a word. */
    @Override
    public void close() throws IOException {
        socket.close();
    }
}

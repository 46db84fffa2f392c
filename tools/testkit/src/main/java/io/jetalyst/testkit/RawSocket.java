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
 * A WebSocket client that reads and writes single frames over TCP (RFC 6455 §5), valid or not: for tests of a server whose clients violate
 * the protocol.
 *
 * <pre>{@code
 * RawSocket raw = sockets.raw("/echo");
 * raw.frame(TEXT, (byte) 'a');                              // a fragment; FIN | TEXT is a whole message
 * raw.write(raw.unmasked(FIN | CONTINUATION, (byte) 'b'));  // invalid: a client must mask its frames
 * assertEquals(1002, raw.readClose());
 * }</pre>
 *
 * <p>The first byte of a frame may have any value: {@code FIN | 0x40 | TEXT} sets a reserved bit, {@code FIN | 3} is an undefined opcode.
 * The client answers neither pings nor close frames, and reads only when the test calls a reading method. For a client that never reads, use
 * {@link #openWithSmallBuffers}: the kernel then buffers little for it.
 *
 * <p>A read waits at most for the {@linkplain TestApp#timeout timeout of the TestApp}, or for 10 seconds if the socket was not opened by
 * {@link TestSockets}. A failed read shows the frames received before. One thread may write while another reads.
 */
public final class RawSocket implements Closeable {
    public static final int CONTINUATION = 0;
    public static final int TEXT = 1;
    public static final int BINARY = 2;
    public static final int CLOSE = 8;
    public static final int PING = 9;
    public static final int PONG = 10;

    /** The bit of the first byte that marks the last frame of a message. */
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

        /** Whether this is the last frame of its message. */
        public boolean last() {
            return (firstByte & FIN) != 0;
        }

        /** Returns the payload, decoded from UTF-8. */
        public String text() {
            return new String(payload, StandardCharsets.UTF_8);
        }

        /** Returns the code of a close frame; 1005 if it has none. */
        public int code() {
            return payload.length < 2 ? 1005 : ByteBuffer.wrap(payload).getShort() & 0xffff;
        }

        /** Returns the reason of a close frame; empty if it has none. */
        public String reason() {
            return payload.length < 2 ? "" : new String(payload, 2, payload.length - 2, StandardCharsets.UTF_8);
        }

        /** Describes the frame: {@code TEXT "hello"}, {@code CLOSE 1002}. Long payloads are shortened. */
        @Override
        public String toString() {
            return Frames.describe(this);
        }
    }

    /** Opens a TCP connection to this port of the loopback address, without sending anything. */
    public RawSocket(int port) throws IOException {
        this(port, Limited.DEFAULT);
    }

    /** The same with this timeout of reads, instead of ten seconds. */
    public RawSocket(int port, Duration limit) throws IOException {
        this(port, limit, 0);
    }

    /** Uses a socket that is connected, such as one of TLS. */
    public RawSocket(Socket connected) throws IOException {
        socket = connected;
        socket.setSoTimeout(Limited.millis(Limited.DEFAULT));
        in = new RawInput(socket.getInputStream(), Limited.DEFAULT);
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
     * Opens a WebSocket.
     *
     * @param lines further header lines of the handshake, such as {@code Origin: https://example.org}. They are sent unchanged, valid or
     *     not; {@link TestSockets#raw} takes names and values.
     * @throws IOException if the server rejects the handshake; the message shows the head of the response
     */
    public static RawSocket open(int port, String path, String... lines) throws IOException {
        return open(port, Limited.DEFAULT, path, lines);
    }

    /** Opens a WebSocket on a connection that has sent nothing yet, and returns it. */
    public RawSocket shake(String path, String... lines) throws IOException {
        return shake(this, path, lines);
    }

    /** The same with this timeout of reads. */
    static RawSocket open(int port, Duration limit, String path, String... lines) throws IOException {
        return shake(new RawSocket(port, limit), path, lines);
    }

    /** Opens a WebSocket with a small receive buffer, so that the kernel buffers little while the client does not read. */
    public static RawSocket openWithSmallBuffers(int port, String path) throws IOException {
        return openWithSmallBuffers(port, Limited.DEFAULT, path);
    }

    /** The same with this timeout of reads. */
    static RawSocket openWithSmallBuffers(int port, Duration limit, String path) throws IOException {
        return shake(new RawSocket(port, limit, 4096), path);
    }

    private static RawSocket shake(RawSocket raw, String path, String... lines) throws IOException {
        raw.write(handshake(path, lines));
        String head = raw.readHead();
        if (!head.startsWith("HTTP/1.1 101 ")) {
            raw.close();
            throw new IOException("GET " + path + " did not open a WebSocket, the response is: " + head);
        }
        return raw;
    }

    /** Returns the request of a handshake (RFC 6455 §4.1) with these header lines added unchanged. */
    public static String handshake(String path, String... lines) {
        StringBuilder request =
                new StringBuilder("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\n"
                        + "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: " + KEY + "\r\n");
        for (String line : lines) {
            request.append(line).append("\r\n");
        }
        return request.append("\r\n").toString();
    }

    /** Writes characters as ISO 8859-1 bytes, such as a request. */
    public void write(String latin1) throws IOException {
        write(latin1.getBytes(StandardCharsets.ISO_8859_1));
    }

    public void write(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    /** Writes each byte in a packet of its own. */
    public void trickle(byte[] bytes) throws IOException {
        for (byte one : bytes) {
            socket.getOutputStream().write(one);
        }
    }

    /** Sends a text message in one masked frame. */
    public void text(String text) throws IOException {
        frame(FIN | TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends a masked frame with this first byte. */
    public void frame(int firstByte, byte... payload) throws IOException {
        write(masked(firstByte, payload));
    }

    /** Sends a close frame with this code, allowed or not, followed by these bytes. */
    public void closeFrame(int code, byte... reason) throws IOException {
        ByteBuffer payload = ByteBuffer.allocate(2 + reason.length);
        frame(FIN | CLOSE, payload.putShort((short) code).put(reason).array());
    }

    /** Returns the bytes of a masked frame. */
    public byte[] masked(int firstByte, byte... payload) {
        byte[] mask = new byte[4];
        masks.nextBytes(mask);
        return Frames.masked(firstByte, mask, payload);
    }

    /** Returns the bytes of an unmasked frame, which a client must not send (RFC 6455 §5.1). */
    public byte[] unmasked(int firstByte, byte... payload) {
        return Frames.unmasked(firstByte, payload);
    }

    /**
     * Reads the next frame.
     *
     * @throws EOFException if the server has closed the connection
     * @throws SocketTimeoutException if no frame arrives in time
     */
    public Frame read() throws IOException {
        return in.frame();
    }

    /** Reads frames up to the close frame, and returns its code. */
    public int readClose() throws IOException {
        Frame frame = read();
        while (frame.opcode() != CLOSE) {
            frame = read();
        }
        return frame.code();
    }

    /** Reads the status line and the header fields of a response; returns less if the connection ends before. */
    public String readHead() throws IOException {
        return in.head();
    }

    /** Reads exactly this number of bytes. */
    public byte[] readFully(int length) throws IOException {
        return in.fully(length);
    }

    /** Reads until the server has closed or reset the connection. */
    public void awaitEnd() throws IOException {
        readUntilEnd(new StringBuilder());
    }

    /** Appends everything it reads until the server has closed or reset the connection. */
    public void readUntilEnd(StringBuilder all) throws IOException {
        in.untilEnd(all);
    }

    /** Closes the output of the connection; the test can still read. */
    public void halfClose() throws IOException {
        socket.shutdownOutput();
    }

    /** Resets the TCP connection. Does nothing if it is closed. */
    public void reset() {
        try (socket) {
            socket.setSoLinger(true, 0);
        } catch (SocketException closed) {
            // closed already
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Closes the TCP connection without a close frame. */
    @Override
    public void close() throws IOException {
        socket.close();
    }
}

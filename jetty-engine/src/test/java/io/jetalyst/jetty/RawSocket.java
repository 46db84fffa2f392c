package io.jetalyst.jetty;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;

/**
 * A client that speaks WebSocket frame by frame over a plain socket, right or wrong as it is told. Reads wait ten seconds at most.
 */
final class RawSocket implements Closeable {
    static final int CONTINUATION = 0;
    static final int TEXT = 1;
    static final int BINARY = 2;
    static final int CLOSE = 8;
    static final int PING = 9;
    static final int PONG = 10;
    static final int FIN = 0x80;

    private static final String KEY = "dGhlIHNhbXBsZSBub25jZQ==";

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final Random masks = new Random(42);

    /** A frame from the server. */
    record Frame(int opcode, boolean last, byte[] payload) {
        String text() {
            return new String(payload, StandardCharsets.UTF_8);
        }

        /** The code of a close frame; 1005 if it has none. */
        int code() {
            return payload.length < 2 ? 1005 : ByteBuffer.wrap(payload).getShort() & 0xffff;
        }

        String reason() {
            return payload.length < 2 ? "" : new String(payload, 2, payload.length - 2, StandardCharsets.UTF_8);
        }
    }

    /** A TCP connection on which nothing was said yet. */
    RawSocket(int port) throws IOException {
        this(port, 0);
    }

    private RawSocket(int port, int receiveBuffer) throws IOException {
        socket = new Socket();
        socket.setTcpNoDelay(true);
        socket.setSoTimeout((int) Duration.ofSeconds(10).toMillis());
        if (receiveBuffer > 0) {
            socket.setReceiveBufferSize(receiveBuffer);
        }
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        in = new BufferedInputStream(socket.getInputStream());
        out = socket.getOutputStream();
    }

    /** An open WebSocket. */
    static RawSocket open(int port, String path, String... headers) throws IOException {
        return shake(new RawSocket(port), path, headers);
    }

    /** An open WebSocket whose kernel takes little before the client reads. */
    static RawSocket openNarrow(int port, String path) throws IOException {
        return shake(new RawSocket(port, 4096), path);
    }

    private static RawSocket shake(RawSocket raw, String path, String... headers) throws IOException {
        raw.write(handshake(path, headers));
        String head = raw.readHead();
        if (!head.startsWith("HTTP/1.1 101 ")) {
            raw.close();
            throw new IOException("no handshake: " + head);
        }
        return raw;
    }

    /** The request of a handshake. */
    static String handshake(String path, String... headers) {
        StringBuilder request =
                new StringBuilder("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\n"
                        + "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: " + KEY + "\r\n");
        for (String header : headers) {
            request.append(header).append("\r\n");
        }
        return request.append("\r\n").toString();
    }

    void write(String latin) throws IOException {
        write(latin.getBytes(StandardCharsets.ISO_8859_1));
    }

    void write(byte[] bytes) throws IOException {
        out.write(bytes);
        out.flush();
    }

    /** Sends a whole, masked text message. */
    void text(String text) throws IOException {
        frame(FIN | TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends a masked frame with this first byte. */
    void frame(int firstByte, byte... payload) throws IOException {
        write(masked(firstByte, payload));
    }

    /** Sends a close frame with this payload after its code. */
    void closeFrame(int code, byte... reason) throws IOException {
        frame(
                FIN | CLOSE,
                ByteBuffer.allocate(2 + reason.length)
                        .putShort((short) code)
                        .put(reason)
                        .array());
    }

    /** The bytes of a masked frame. */
    byte[] masked(int firstByte, byte... payload) {
        byte[] mask = new byte[4];
        masks.nextBytes(mask);
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.write(firstByte);
        writeLength(frame, payload.length);
        frame.writeBytes(mask);
        for (int i = 0; i < payload.length; i++) {
            frame.write(payload[i] ^ mask[i % 4]);
        }
        return frame.toByteArray();
    }

    private static void writeLength(ByteArrayOutputStream frame, int length) {
        if (length < 126) {
            frame.write(0x80 | length);
        } else if (length < 65536) {
            frame.write(0x80 | 126);
            frame.writeBytes(ByteBuffer.allocate(2).putShort((short) length).array());
        } else {
            frame.write(0x80 | 127);
            frame.writeBytes(ByteBuffer.allocate(8).putLong(length).array());
        }
    }

    /** The next frame; {@link EOFException} if the server has closed the connection. */
    Frame read() throws IOException {
        int first = readByte();
        int length = readByte();
        if (length == 126) {
            length = readByte() << 8 | readByte();
        } else if (length == 127) {
            length = Math.toIntExact(ByteBuffer.wrap(readFully(8)).getLong());
        }
        return new Frame(first & 0x0f, (first & FIN) != 0, readFully(length));
    }

    /** The code of the close frame that comes after any other frames. */
    int readClose() throws IOException {
        Frame frame = read();
        while (frame.opcode() != CLOSE) {
            frame = read();
        }
        return frame.code();
    }

    /** Waits until the server has ended the connection, orderly or not. */
    void awaitEnd() throws IOException {
        readUntilEnd(new StringBuilder());
    }

    /** All that comes until the server has ended the connection, orderly or not. */
    void readUntilEnd(StringBuilder all) throws IOException {
        try {
            for (int next = in.read(); next >= 0; next = in.read()) {
                all.append((char) next);
            }
        } catch (SocketTimeoutException e) {
            throw e;
        } catch (IOException reset) {
            // ended as well
        }
    }

    /** Status line and fields of an HTTP answer; empty if the connection ended instead. */
    String readHead() throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                break;
            }
            head.append((char) next);
        }
        return head.toString();
    }

    byte[] readFully(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException();
        }
        return bytes;
    }

    private int readByte() throws IOException {
        int next = in.read();
        if (next < 0) {
            throw new EOFException();
        }
        return next;
    }

    /** Says no more, but still listens. */
    void halfClose() throws IOException {
        socket.shutdownOutput();
    }

    /** Breaks the connection, so that the server gets a reset. */
    void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

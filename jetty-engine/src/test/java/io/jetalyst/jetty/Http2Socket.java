package io.jetalyst.jetty;

import io.jetalyst.testkit.RawSocket;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.MetaData;
import org.eclipse.jetty.http2.hpack.HpackDecoder;

/** A connection of HTTP/2 with prior knowledge, frame by frame (RFC 9113 §4.1), for WebSockets in its streams (RFC 8441). */
final class Http2Socket implements AutoCloseable {
    static final int DATA = 0;
    static final int END_STREAM = 1;
    static final int RST_STREAM = 3;
    static final int WINDOW_UPDATE = 8;
    static final int HEADERS = 1;
    private static final int SETTINGS = 4;
    private static final int END_HEADERS = 4;

    private final RawSocket raw;
    private final HpackDecoder decoder = new HpackDecoder(16 * 1024, System::nanoTime);

    record Frame(int type, int flags, int stream, byte[] payload) {
        /** Whether the stream ends with this frame. */
        boolean isLast() {
            return (flags & END_STREAM) != 0;
        }
    }

    Http2Socket(int port) throws IOException {
        this(port, new byte[0]);
    }

    /** @param settings as they are sent, six bytes each */
    Http2Socket(int port, byte[] settings) throws IOException {
        this(new RawSocket(port), settings);
    }

    /** @param connected has sent nothing yet */
    Http2Socket(RawSocket connected, byte[] settings) throws IOException {
        raw = connected;
        raw.write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
        send(SETTINGS, 0, 0, settings);
    }

    /** The answer to a handshake in this stream. */
    Frame open(int stream) throws IOException {
        send(HEADERS, END_HEADERS, stream, handshake());
        return await(HEADERS);
    }

    /** Sends the head of a request. */
    void request(int stream, int flags, String... namesAndValues) throws IOException {
        ByteArrayOutputStream block = new ByteArrayOutputStream();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            field(block, namesAndValues[i], namesAndValues[i + 1]);
        }
        send(HEADERS, END_HEADERS | flags, stream, block.toByteArray());
    }

    /** Sends a GET without content. */
    void get(int stream, String path) throws IOException {
        request(stream, END_STREAM, ":method", "GET", ":scheme", "http", ":path", path, ":authority", "localhost");
    }

    /** The header fields of the next response, which is the one of this stream. */
    HttpFields fields(int stream) throws Exception {
        Frame head = await(HEADERS);
        if (head.stream() != stream) {
            throw new AssertionError("a response of stream " + head.stream());
        }
        return decoder.decode(ByteBuffer.wrap(head.payload())).getHttpFields();
    }

    /** The status of the next response, which is the one of this stream. */
    int status(int stream) throws Exception {
        Frame head = await(HEADERS);
        if (head.stream() != stream) {
            throw new AssertionError("a response of stream " + head.stream());
        }
        return status(head);
    }

    /** The status of a response with this head. Each head must be read once, in order. */
    int status(Frame head) throws Exception {
        return ((MetaData.Response) decoder.decode(ByteBuffer.wrap(head.payload()))).getStatus();
    }

    /** Sends a WebSocket frame as data of the stream. */
    void frame(int stream, int first, byte... payload) throws IOException {
        send(DATA, 0, stream, raw.masked(first, payload));
    }

    void send(int type, int flags, int stream, byte[] payload) throws IOException {
        raw.write(Http2Frame.of(type, flags, stream, payload));
    }

    /** A WebSocket frame of the stream, each byte of it in a frame of its own. */
    byte[] crumbs(int stream, int first, byte... payload) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte one : raw.masked(first, payload)) {
            all.writeBytes(Http2Frame.of(DATA, 0, stream, new byte[] {one}));
        }
        return all.toByteArray();
    }

    void write(byte[] bytes) throws IOException {
        raw.write(bytes);
    }

    /** The next frame of this type that has a payload; what else comes is settings and windows. */
    Frame await(int... types) throws IOException {
        while (true) {
            Frame frame = next();
            if (frame.payload().length > 0 && IntStream.of(types).anyMatch(type -> type == frame.type())) {
                return frame;
            }
        }
    }

    Frame next() throws IOException {
        ByteBuffer head = ByteBuffer.wrap(raw.readFully(9));
        int length = (head.get() & 0xff) << 16 | (head.getShort() & 0xffff);
        return new Frame(head.get(), head.get(), head.getInt(), raw.readFully(length));
    }

    HpackDecoder decoder() {
        return decoder;
    }

    @Override
    public void close() throws IOException {
        raw.close();
    }

    private static byte[] handshake() {
        ByteArrayOutputStream block = new ByteArrayOutputStream();
        field(block, ":method", "CONNECT");
        field(block, ":protocol", "websocket");
        field(block, ":scheme", "http");
        field(block, ":path", "/chat/lobby?name=ann");
        field(block, ":authority", "localhost");
        field(block, "sec-websocket-version", "13");
        field(block, "sec-websocket-protocol", "chat");
        return block.toByteArray();
    }

    /** A literal field without indexing, with a new name (RFC 7541 §6.2.2). */
    private static void field(ByteArrayOutputStream block, String name, String value) {
        block.write(0);
        text(block, name);
        text(block, value);
    }

    /** Without Huffman coding (§5.1, §5.2). */
    private static void text(ByteArrayOutputStream block, String text) {
        int left = text.length();
        if (left < 127) {
            block.write(left);
        } else {
            block.write(127);
            for (left -= 127; left >= 128; left >>= 7) {
                block.write(left & 0x7f | 0x80);
            }
            block.write(left);
        }
        block.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}

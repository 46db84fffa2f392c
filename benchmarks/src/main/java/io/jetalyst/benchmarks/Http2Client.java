package io.jetalyst.benchmarks;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** A connection of HTTP/2 with prior knowledge (RFC 9113 §3.3), and one stream after the other. */
final class Http2Client extends HttpClient {
    private static final byte[] PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final int HEAD_BYTES = 9;
    private static final int STREAM_AT = 5;

    private static final byte DATA = 0;
    private static final byte HEADERS = 1;
    private static final byte RST_STREAM = 3;
    private static final byte SETTINGS = 4;
    private static final byte GOAWAY = 7;
    private static final byte WINDOW_UPDATE = 8;
    private static final byte END_STREAM = 1;
    private static final byte ACK = 1;
    private static final byte END_HEADERS = 4;
    /** The response may have so many bytes on all streams together. */
    private static final int WINDOW = 1 << 30;
    /** HPACK, RFC 7541 Appendix A: {@code :status: 200}. */
    private static final byte OK = (byte) 0x88;

    private final ByteBuffer request;
    private int stream = 1;
    /** The head of the current frame, which may arrive in parts. */
    private final ByteBuffer head = ByteBuffer.allocate(HEAD_BYTES);

    private int missing;
    private boolean isChecked;

    Http2Client(int port, String path, ByteBuffer input) throws IOException {
        super(port, input);
        this.request = request(path);
        ByteBuffer start = ByteBuffer.allocate(PREFACE.length + 2 * HEAD_BYTES + Integer.BYTES);
        putHead(start.put(PREFACE), 0, SETTINGS, 0, 0);
        putHead(start, Integer.BYTES, WINDOW_UPDATE, 0, 0);
        write(start.putInt(WINDOW).flip());
    }

    /** A HEADERS frame, whose fields are encoded without the dynamic table, so that all requests are equal. */
    private static ByteBuffer request(String path) {
        byte[] target = path.getBytes(StandardCharsets.US_ASCII);
        byte[] authority = "localhost".getBytes(StandardCharsets.US_ASCII);
        int length = 6 + target.length + authority.length;
        ByteBuffer frame = ByteBuffer.allocateDirect(HEAD_BYTES + length);
        putHead(frame, length, HEADERS, END_STREAM | END_HEADERS, 0);
        frame.put((byte) 0x82).put((byte) 0x86); // :method: GET, :scheme: http
        frame.put((byte) 0x04).put((byte) target.length).put(target);
        return frame.put((byte) 0x01).put((byte) authority.length).put(authority);
    }

    private static void putHead(ByteBuffer frame, int length, byte type, int flags, int stream) {
        frame.put((byte) 0).putShort((short) length).put(type).put((byte) flags).putInt(stream);
    }

    @Override
    ByteBuffer nextRequest() {
        request.putInt(STREAM_AT, stream);
        stream += 2;
        return request.rewind();
    }

    @Override
    boolean isComplete(ByteBuffer part) throws IOException {
        boolean complete = false;
        while (part.hasRemaining()) {
            if (missing == 0) {
                while (head.hasRemaining() && part.hasRemaining()) {
                    head.put(part.get());
                }
                if (head.hasRemaining()) {
                    return complete;
                }
                missing = head.getShort(1) & 0xffff; // no frame of the responses is longer
                check(part);
            }
            int here = Math.min(missing, part.remaining());
            part.position(part.position() + here);
            missing -= here;
            if (missing == 0) {
                complete |= isEnd(head.get(3), head.get(4));
                head.clear();
            }
        }
        return complete;
    }

    private void check(ByteBuffer rest) throws IOException {
        byte type = head.get(3);
        if (type == RST_STREAM || type == GOAWAY) {
            throw new IOException("the server has sent a frame of type " + type);
        }
        if (type == HEADERS && !isChecked && rest.hasRemaining()) {
            if (firstField(rest.duplicate()) != OK) {
                throw new IOException("not a 200");
            }
            isChecked = true;
        }
    }

    /** The first byte of the first field; the server may change the size of the dynamic table before it (RFC 7541 §6.3). */
    private static byte firstField(ByteBuffer block) {
        byte first = block.get();
        while ((first & 0xe0) == 0x20) {
            if ((first & 0x1f) == 0x1f) {
                while (block.get() < 0) {}
            }
            first = block.get();
        }
        return first;
    }

    private boolean isEnd(byte type, byte flags) throws IOException {
        if (type == SETTINGS && (flags & ACK) == 0) {
            ByteBuffer ack = ByteBuffer.allocate(HEAD_BYTES);
            putHead(ack, 0, SETTINGS, ACK, 0);
            write(ack.flip());
        }
        return (type == HEADERS || type == DATA) && (flags & END_STREAM) != 0;
    }
}

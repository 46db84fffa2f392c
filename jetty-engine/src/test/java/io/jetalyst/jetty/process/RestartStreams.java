package io.jetalyst.jetty.process;

import io.jetalyst.testkit.RawSocket;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** A connection of HTTP/2 that sends one request after the other (RFC 9113). */
final class RestartStreams {
    private static final int DATA = 0;
    private static final int HEADERS = 1;
    private static final int RST_STREAM = 3;
    private static final int SETTINGS = 4;
    private static final int GOAWAY = 7;
    private static final int WINDOW_UPDATE = 8;
    private static final int END_STREAM = 1;
    private static final int END_HEADERS = 4;
    /** The first field of a response with the status 200 (RFC 7541, appendix A). */
    private static final byte STATUS_200 = (byte) 0x88;

    private final RawSocket raw;
    private int stream = -1;
    /** The highest stream that the server answers. */
    private int last = Integer.MAX_VALUE;

    private boolean open = true;

    RestartStreams(RawSocket raw) throws IOException {
        this.raw = raw;
        raw.write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
        send(SETTINGS, 0, 0, new byte[0]);
    }

    /** Whether the server has not announced the end of the connection. */
    boolean isOpen() {
        return open;
    }

    /**
     * Sends a request and reads its answer.
     *
     * @return {@code false} if the server has announced that it does not answer this one, so that it is to be sent again (§6.8)
     * @throws IOException if the server answers with an error, or not at all
     */
    boolean get() throws IOException {
        stream += 2;
        ByteArrayOutputStream block = new ByteArrayOutputStream();
        block.writeBytes(new byte[] {(byte) 0x82, (byte) 0x86, 0x04, 6}); // GET, http, and a path of 6 bytes
        block.writeBytes("/hello".getBytes(StandardCharsets.US_ASCII));
        block.writeBytes(new byte[] {0x01, 1, 'a'}); // the authority
        send(HEADERS, END_STREAM | END_HEADERS, stream, block.toByteArray());
        while (true) {
            ByteBuffer head = ByteBuffer.wrap(raw.readFully(9));
            int length = (head.get() & 0xff) << 16 | (head.getShort() & 0xffff);
            int type = head.get();
            int flags = head.get();
            int id = head.getInt();
            byte[] payload = raw.readFully(length);
            if (type == GOAWAY) {
                open = false;
                last = Math.min(last, ByteBuffer.wrap(payload).getInt());
                if (stream > last) {
                    return false;
                }
            } else if (type == DATA && length > 0) {
                send(WINDOW_UPDATE, 0, 0, ByteBuffer.allocate(4).putInt(length).array());
            } else if (type == HEADERS && status(payload) != STATUS_200) {
                throw new IOException("a response of HTTP/2 begins with " + status(payload));
            } else if (type == RST_STREAM && id == stream) {
                throw new IOException("the server has reset stream " + id);
            }
            if ((type == DATA || type == HEADERS) && id == stream && (flags & END_STREAM) != 0) {
                return true;
            }
        }
    }

    /** The first field of a header block, behind updates of the size of the table (RFC 7541 §6.3). */
    private static byte status(byte[] block) {
        int i = 0;
        while ((block[i] & 0xe0) == 0x20) {
            boolean more = (block[i++] & 0x1f) == 0x1f;
            while (more) {
                more = block[i++] < 0;
            }
        }
        return block[i];
    }

    private void send(int type, int flags, int id, byte[] payload) throws IOException {
        raw.write(ByteBuffer.allocate(9 + payload.length)
                .put((byte) 0)
                .putShort((short) payload.length)
                .put((byte) type)
                .put((byte) flags)
                .putInt(id)
                .put(payload)
                .array());
    }
}

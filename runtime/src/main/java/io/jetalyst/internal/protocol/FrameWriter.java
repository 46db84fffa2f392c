package io.jetalyst.internal.protocol;

import java.nio.ByteBuffer;

/**
 * Encodes frames of a server (RFC 6455 §5.2), one after another, a long one in pieces into as many buffers as it needs. The positions of
 * payloads do not move, so that many sockets can send the same buffer at the same time. Used by one thread at a time.
 */
public final class FrameWriter {
    /** The largest frame header. */
    public static final int MAX_HEAD_BYTES = 10;

    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private ByteBuffer payload = NOTHING;
    private int at;
    private int end;

    /** Whether the last frame was encoded completely. */
    public boolean done() {
        return at == end;
    }

    /**
     * Encodes a frame header; {@link #put} encodes the payload.
     *
     * @param out a buffer with at least {@link #MAX_HEAD_BYTES} remaining
     * @param compressed whether it starts a compressed message (RFC 7692 §6)
     */
    public void begin(ByteBuffer out, int opcode, boolean last, boolean compressed, ByteBuffer payload) {
        int length = payload.remaining();
        out.put((byte) (opcode | (last ? 0x80 : 0) | (compressed ? 0x40 : 0)));
        if (length < 126) {
            out.put((byte) length);
        } else if (length < 1 << 16) {
            out.put((byte) 126).putShort((short) length);
        } else {
            out.put((byte) 127).putLong(length);
        }
        this.payload = payload;
        this.at = payload.position();
        this.end = payload.limit();
    }

    /** Encodes as much of the payload as fits. */
    public void put(ByteBuffer out) {
        int here = Math.min(end - at, out.remaining());
        out.put(out.position(), payload, at, here);
        out.position(out.position() + here);
        at += here;
        if (at == end) {
            payload = NOTHING;
            at = 0;
            end = 0;
        }
    }
}

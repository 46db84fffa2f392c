package io.jetalyst.internal.protocol;

import java.nio.ByteBuffer;

/**
 * Puts frames of a server into bytes (RFC 6455 §5.2), one after another, a long one piece by piece into as many buffers as it takes.
 * Payloads are read where they are, and their positions left alone, so that many sockets can send one at the same time. Used by one
 * thread at a time.
 */
public final class FrameWriter {
    /** The most bytes a frame has before its payload. */
    public static final int MAX_HEAD_BYTES = 10;

    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private ByteBuffer payload = NOTHING;
    private int at;
    private int end;

    /** Whether all of the last frame was put. */
    public boolean done() {
        return at == end;
    }

    /**
     * Puts the head of a frame; its payload follows with {@link #put}.
     *
     * @param out has room for {@link #MAX_HEAD_BYTES}
     * @param compressed whether it begins a compressed message (RFC 7692 §6)
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

    /** Puts as much of the payload as there is room for. */
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

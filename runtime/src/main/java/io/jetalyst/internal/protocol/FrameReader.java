package io.jetalyst.internal.protocol;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Parses the frames of a client as bytes arrive (RFC 6455 §5.2 to §5.5). A protocol error is detected at the byte that is wrong. Data
 * frames are returned in pieces, so that a long one costs no memory; control frames are returned whole. Used by one thread at a time,
 * and not after it has thrown.
 *
 * <pre>{@code
 * while (reader.next(bytes)) {
 *     accept(reader.opcode(), reader.payload());
 * }
 * }</pre>
 */
public final class FrameReader {
    private static final int MAX_CONTROL_BYTES = 125;
    private static final int FIN = 0x80;
    private static final int RSV1 = 0x40;
    private static final int OTHER_RSV = 0x30;
    private static final int MASKED = 0x80;
    private static final int LENGTH_OF_2 = 126;
    private static final int LENGTH_OF_8 = 127;
    private static final int KEY_BYTES = 4;
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final int maxFrameBytes;
    private final boolean compression;

    /** How many bytes of the frame header were read, and how many it has: known after the second. */
    private int headBytes;

    private int headLength = 2;
    /** The first two bytes of the header. */
    private int first;

    private int second;
    private long length;
    private int key;
    /** Payload bytes of the frame that were read. */
    private long taken;
    /** Whether a message is incomplete, and whether its first frame had RSV1. */
    private boolean inMessage;

    private boolean compressed;
    private boolean begins;
    private ByteBuffer payload = NOTHING;
    /** The payload of a control frame that arrives in parts. */
    private byte @Nullable [] control;

    /**
     * @param maxFrameBytes the longest payload of one frame
     * @param compression whether RSV1 is allowed, because permessage-deflate was negotiated (RFC 7692 §6)
     */
    public FrameReader(int maxFrameBytes, boolean compression) {
        this.maxFrameBytes = maxFrameBytes;
        this.compression = compression;
    }

    /** A copy in the same state. It needs a copy of the bytes, too, because they are unmasked in place. */
    private FrameReader(FrameReader other) {
        this(other.maxFrameBytes, other.compression);
        headBytes = other.headBytes;
        headLength = other.headLength;
        first = other.first;
        second = other.second;
        length = other.length;
        key = other.key;
        taken = other.taken;
        inMessage = other.inMessage;
        compressed = other.compressed;
        byte[] part = other.control;
        control = part == null ? null : part.clone();
    }

    /**
     * A control frame that was found ahead.
     *
     * @param afterData whether bytes of data frames are before it
     */
    public record ControlFrame(int opcode, ByteBuffer payload, boolean afterData) {}

    /**
     * Finds the control frames in bytes that {@link #next} has not seen yet. Neither the state nor the bytes are changed. The search ends
     * silently at a protocol error, which {@link #next} will report.
     */
    public List<ControlFrame> findControlFrames(ByteBuffer bytes) {
        FrameReader copy = new FrameReader(this);
        ByteBuffer in =
                ByteBuffer.allocate(bytes.remaining()).put(bytes.duplicate()).flip();
        List<ControlFrame> found = new ArrayList<>();
        boolean afterData = false;
        try {
            while (copy.next(in)) {
                boolean isControl = Opcode.isControl(copy.opcode());
                if (isControl) {
                    found.add(new ControlFrame(copy.opcode(), copy.payload(), afterData));
                }
                afterData |= !isControl;
            }
        } catch (ProtocolException e) {
            return found;
        }
        return found;
    }

    /**
     * Reads the next frame, or the next piece of one. The bytes are unmasked in place, so the payload is valid until the next call.
     *
     * @return {@code false} if more bytes are needed; then all bytes were read
     * @throws ProtocolException if a client must not send these bytes
     */
    public boolean next(ByteBuffer in) throws ProtocolException {
        payload = NOTHING; // an idle connection holds no bytes of the last frame
        while (headBytes < headLength) {
            if (!in.hasRemaining()) {
                return false;
            }
            head(in.get() & 0xff);
        }
        if (Opcode.isControl(opcode())) {
            return control(in);
        }
        if (!in.hasRemaining() && length > taken) {
            return false;
        }
        begins = taken == 0;
        piece(in);
        if (taken == length) {
            inMessage = !isFin();
            endFrame();
        }
        return true;
    }

    /** The opcode of the current frame. */
    public int opcode() {
        return first & 0xf;
    }

    /** Whether the current piece is the first of its frame. */
    public boolean begins() {
        return begins;
    }

    /** Whether the current piece is the last of its message. */
    public boolean last() {
        return isFin() && headBytes == 0;
    }

    /** Whether the message is compressed. */
    public boolean isCompressed() {
        return compressed;
    }

    /** The payload of the current frame, or the current piece of it. */
    public ByteBuffer payload() {
        return payload;
    }

    /** Whether a frame or a message is incomplete. */
    public boolean isIncomplete() {
        return inMessage || headBytes > 0;
    }

    private boolean isFin() {
        return (first & FIN) != 0;
    }

    private void head(int next) throws ProtocolException {
        int at = headBytes++;
        if (at == 0) {
            begin(next);
        } else if (at == 1) {
            length(next);
        } else if (at < headLength - KEY_BYTES) {
            length = length << 8 | next;
            if (at == headLength - KEY_BYTES - 1) {
                checkLength();
            }
        } else {
            key = key << 8 | next;
        }
    }

    private void begin(int next) throws ProtocolException {
        first = next;
        int opcode = opcode();
        boolean data = opcode == Opcode.TEXT || opcode == Opcode.BINARY;
        if ((next & OTHER_RSV) != 0 || (next & RSV1) != 0 && !(compression && data)) {
            throw ProtocolException.broken("a reserved bit was set");
        }
        if (Opcode.isReserved(opcode)) {
            throw ProtocolException.broken("the opcode " + opcode + " is reserved");
        }
        if (Opcode.isControl(opcode)) {
            if (!isFin()) {
                throw ProtocolException.broken("a control frame was fragmented");
            }
        } else if (data == inMessage) {
            throw ProtocolException.broken(data ? "a message began within another" : "a continuation had no beginning");
        }
        if (data) {
            compressed = (next & RSV1) != 0;
        }
    }

    private void length(int next) throws ProtocolException {
        second = next & ~MASKED;
        if ((next & MASKED) == 0) {
            throw ProtocolException.broken("a frame was not masked");
        }
        if (Opcode.isControl(opcode()) && second > MAX_CONTROL_BYTES) {
            throw ProtocolException.broken("a control frame has 125 bytes at most");
        }
        length = second < LENGTH_OF_2 ? second : 0;
        headLength = 2 + KEY_BYTES + (second < LENGTH_OF_2 ? 0 : second == LENGTH_OF_2 ? 2 : 8);
        if (second < LENGTH_OF_2 && !Opcode.isControl(opcode())) {
            checkLength();
        }
    }

    private void checkLength() throws ProtocolException {
        if (length < 0) {
            throw ProtocolException.broken("a length had its highest bit set");
        }
        if (second == LENGTH_OF_2 && length < LENGTH_OF_2 || second == LENGTH_OF_8 && length < 1 << 16) {
            throw ProtocolException.broken("a length was not written in the fewest bytes");
        }
        if (length > maxFrameBytes) {
            throw ProtocolException.tooBig(maxFrameBytes);
        }
    }

    /** Returns as much of the payload as has arrived. */
    private void piece(ByteBuffer in) {
        int here = (int) Math.min(length - taken, in.remaining());
        int at = in.position();
        Mask.apply(in, at, here, key, (int) taken & 3);
        payload = in.slice(at, here);
        in.position(at + here);
        taken += here;
    }

    private boolean control(ByteBuffer in) {
        begins = true;
        if (control == null && in.remaining() >= length) {
            piece(in);
            endFrame();
            return true;
        }
        if (control == null) {
            control = new byte[(int) length];
        }
        int before = (int) taken;
        piece(in);
        payload.get(control, before, payload.remaining());
        if (taken < length) {
            payload = NOTHING; // the bytes are copied, the buffer is not retained
            return false;
        }
        payload = ByteBuffer.wrap(control);
        control = null;
        endFrame();
        return true;
    }

    private void endFrame() {
        headBytes = 0;
        headLength = 2;
        taken = 0;
    }
}

package io.jetalyst.internal.outbox;

import io.jetalyst.engine.SocketWire;
import io.jetalyst.internal.protocol.FrameWriter;
import io.jetalyst.internal.protocol.Opcode;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Encodes queued frames into buffers: as many into one as fit, a long frame into several. Frames are compressed, if that was agreed, in
 * the order in which they are sent. Used by one thread at a time, the writer of an {@link Outbox}.
 */
final class FrameBatcher {
    private final FrameWriter writer = new FrameWriter();
    private final @Nullable Deflation deflation;
    /** The item that is next, or that was encoded in part. */
    private @Nullable Outbound current;

    private long packedBytes;

    FrameBatcher(@Nullable Deflation deflation) {
        this.deflation = deflation;
    }

    /** Whether there is something to encode. */
    boolean begin(SendQueue queue) {
        if (current == null) {
            current = queue.poll();
        }
        return current != null;
    }

    /**
     * Fills a buffer of the wire.
     *
     * @param next supplies the items that follow
     * @param packed receives each item whose last byte is now in a buffer
     */
    ByteBuffer pack(SocketWire wire, Supplier<@Nullable Outbound> next, List<Outbound> packed) {
        ByteBuffer buffer = wire.buffer();
        boolean complete = false;
        try {
            pack(buffer, next, packed);
            packedBytes += buffer.position();
            complete = true;
        } finally {
            if (!complete) {
                wire.discardBuffer();
            }
        }
        return buffer;
    }

    private void pack(ByteBuffer buffer, Supplier<@Nullable Outbound> next, List<Outbound> packed) {
        while (current != null) {
            if (writer.done()) {
                beginFrame(current, buffer);
            }
            writer.put(buffer);
            if (!writer.done()) {
                return;
            }
            packed.add(current);
            current = null;
            if (buffer.remaining() >= FrameWriter.MAX_HEAD_BYTES) {
                current = next.get();
            }
        }
    }

    private void beginFrame(Outbound item, ByteBuffer buffer) {
        if (item instanceof Outbound.Close close) {
            writer.begin(buffer, Opcode.CLOSE, true, false, close.frame().payload());
        } else if (item instanceof Outbound.Frame frame && deflation != null && !frame.isControl()) {
            ByteBuffer payload = deflation.deflate(frame);
            writer.begin(buffer, frame.opcode(), frame.last(), deflation.isCompressed(), payload);
        } else if (item instanceof Outbound.Frame frame) {
            writer.begin(buffer, frame.opcode(), frame.last(), false, frame.payload());
        }
    }

    /** The bytes of all buffers. */
    long packedBytes() {
        return packedBytes;
    }

    /** Discards the item that was encoded in part, and adds it to the list. */
    void abort(List<Outbound> unwritten) {
        if (current != null) {
            unwritten.add(current);
            current = null;
        }
    }
}

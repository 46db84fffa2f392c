package io.jetalyst.internal.socket;

import io.jetalyst.internal.protocol.FrameWriter;
import io.jetalyst.internal.protocol.Opcode;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts what waits in an {@link Outbox} into buffers: as much into one as it takes, a long frame into several. Compressed where that is
 * agreed, in the order in which it leaves. Used by one thread at a time, its outbox's flusher.
 */
final class FrameBatcher {
    private final FrameWriter writer = new FrameWriter();
    private final @Nullable Deflation deflation;
    /** What comes next, or has come in part. */
    private @Nullable Outgoing current;

    FrameBatcher(@Nullable Deflation deflation) {
        this.deflation = deflation;
    }

    /** Whether there is something to pack. */
    boolean begin(SendQueue queue) {
        if (current == null) {
            current = queue.poll();
        }
        return current != null;
    }

    /**
     * Fills the buffer.
     *
     * @param outbox has what follows
     * @param packed is told what is in buffers to its last byte now, and was not before
     */
    void pack(ByteBuffer buffer, Outbox outbox, List<Outgoing> packed) {
        while (current != null) {
            if (writer.done()) {
                head(current, buffer);
            }
            writer.put(buffer);
            if (!writer.done()) {
                return;
            }
            packed.add(current);
            current = null;
            if (buffer.remaining() >= FrameWriter.MAX_HEAD_BYTES) {
                current = outbox.poll();
            }
        }
    }

    private void head(Outgoing outgoing, ByteBuffer buffer) {
        if (outgoing instanceof Outgoing.Close close) {
            writer.begin(buffer, Opcode.CLOSE, true, false, close.frame().payload());
        } else if (outgoing instanceof Outgoing.Frame frame && deflation != null && !frame.isControl()) {
            ByteBuffer payload = deflation.deflate(frame);
            writer.begin(buffer, frame.opcode(), frame.last(), deflation.compressed(), payload);
        } else if (outgoing instanceof Outgoing.Frame frame) {
            writer.begin(buffer, frame.opcode(), frame.last(), false, frame.payload());
        }
    }

    /** Gives up what has come in part, and puts it on the list. */
    void giveUp(List<Outgoing> lost) {
        if (current != null) {
            lost.add(current);
            current = null;
        }
    }
}

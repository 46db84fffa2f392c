package io.jetalyst.internal.session;

import io.jetalyst.internal.protocol.CloseFrame;
import io.jetalyst.internal.protocol.FrameReader;
import io.jetalyst.internal.protocol.Opcode;
import io.jetalyst.internal.protocol.ProtocolException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The control frames in bytes that the reader has not read yet, because a listener or its stage is not done (RFC 6455 §5.5.2). Guarded by
 * the {@link Lifecycle} while a listener is active, else used by the reader.
 */
final class ControlFramesAhead {
    static final ByteBuffer NOTHING = ByteBuffer.allocate(0);
    /** How long a listener may delay the answer to a close frame, so that what it sends is sent before. */
    private static final long CLOSE_DELAY = Duration.ofMillis(500).toNanos();

    private final Connection connection;
    private final FrameReader frames;
    /** The bytes that the wire has delivered and the reader has not read. */
    private ByteBuffer unread = NOTHING;
    /** The frames that were found; {@code null} if none ever was. */
    private volatile @Nullable Found found;

    ControlFramesAhead(Connection connection, FrameReader frames) {
        this.connection = connection;
        this.frames = frames;
    }

    /** Sets the bytes that the reader reads now, or has not read. Other threads see them while a listener is active. */
    void setUnread(ByteBuffer bytes) {
        unread = bytes;
    }

    /**
     * Collects the payloads of the pings that are to be answered now, and schedules the answer to a close frame.
     *
     * @param following the bytes behind the unread ones, or the first of them
     */
    void find(ByteBuffer following, List<ByteBuffer> pings) {
        ByteBuffer bytes = ByteBuffer.allocate(unread.remaining() + following.remaining())
                .put(unread.duplicate())
                .put(following.duplicate())
                .flip();
        if (!bytes.hasRemaining()) {
            return;
        }
        Found known = found == null ? new Found() : found;
        found = known;
        int answered = known.answeredPings;
        for (FrameReader.ControlFrame frame : frames.findControlFrames(bytes)) {
            if (frame.opcode() == Opcode.PING && answered > 0) {
                answered--;
            } else if (frame.opcode() == Opcode.PING) {
                if (connection.outbox().isWritePending()) {
                    return; // a client that does not read its pongs has to wait
                }
                known.answeredPings++;
                pings.add(frame.payload());
            } else if (frame.opcode() == Opcode.CLOSE && !frame.afterData() && known.close == null) {
                scheduleClose(known, frame.payload());
                return;
            }
        }
    }

    private void scheduleClose(Found known, ByteBuffer payload) {
        try {
            known.close = CloseFrame.read(payload);
            known.closeAt = connection.now() + CLOSE_DELAY;
            connection.tickLater(CLOSE_DELAY);
        } catch (ProtocolException e) {
            known.close = null; // reported when it is read
        }
    }

    /** The reader reads a ping; returns whether it was answered already. */
    boolean isAnswered() {
        Found known = found;
        if (known == null || known.answeredPings == 0) {
            return false;
        }
        known.answeredPings--;
        return true;
    }

    /** A close frame that is to be answered now, although the listener is not done. */
    @Nullable
    CloseFrame dueClose(long now) {
        Found known = found;
        return known == null || now - known.closeAt < 0 ? null : known.close;
    }

    private static final class Found {
        /** How many of the next pings are answered already. */
        private int answeredPings;
        /** The close frame, if no data is before it. */
        private volatile @Nullable CloseFrame close;

        private volatile long closeAt;
    }
}

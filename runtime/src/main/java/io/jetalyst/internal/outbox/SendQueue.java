package io.jetalyst.internal.outbox;

import io.jetalyst.internal.limit.QueueLimits;
import io.jetalyst.internal.protocol.CloseFrame;
import io.jetalyst.socket.SocketOptions;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The bounded queue of outbound frames, in the order in which they are sent (RFC 6455 §5.4): messages one after another, a streamed
 * message contiguously at the place of its first part. While a streamed message is in the queue, control frames overtake it, because its
 * parts may take long. A frame counts towards the limits until it is {@linkplain #release released}; replayed frames are counted
 * separately. Used under the lock of its {@link Outbox}.
 */
final class SendQueue {
    /** How much of earlier replays may be unsent before the next replay counts towards the limits. */
    private static final int MAX_REPLAY_FRAMES = 256;

    private static final int MAX_REPLAY_BYTES = 256 * 1024;

    private final QueueLimits limits;
    private final ArrayDeque<Outbound> queue = new ArrayDeque<>(2);
    /** Control frames that are sent first; created when the first one is added. */
    private @Nullable ArrayDeque<Outbound.Frame> first;

    private List<Outbound.Frame> dropped = List.of();
    private int frames;
    private long bytes;
    private int replayFrames;
    private long replayBytes;
    private int streams;
    private long droppedMessages;
    private boolean closed;
    /** Whether a frame other than a control frame was polled since {@link #takeProgress}. */
    private boolean progress;

    SendQueue(QueueLimits limits) {
        this.limits = limits;
    }

    /** Whether every frame has been polled. */
    boolean isEmpty() {
        return queue.isEmpty() && (first == null || first.isEmpty());
    }

    /** Bytes of all frames that were not released. */
    long bytes() {
        return bytes + replayBytes;
    }

    /** Whether the queue is more than half full, replayed bytes included. */
    boolean isCongested() {
        return frames > limits.frames() / 2 || bytes() > limits.bytes() / 2;
    }

    /** Whether frames wait behind a streamed message whose next part is not there yet. */
    boolean isBlockedByStream() {
        return queue.size() > 1
                && queue.peek() instanceof Outbound.Stream stream
                && stream.parts.isEmpty()
                && !stream.ended;
    }

    /** Adds a frame unless that exceeds a limit; drops older messages if the overflow policy says so. */
    boolean offer(Outbound.Frame frame) {
        boolean fits = fits(frame, frames, bytes);
        if (!fits && limits.overflow() == SocketOptions.Overflow.DROP_OLDEST && !frame.isControl()) {
            fits = makeRoom(frame);
        }
        if (fits) {
            add(frame);
        } else {
            droppedMessages++;
        }
        return fits;
    }

    /** Adds a frame regardless of the limits. */
    void add(Outbound.Frame frame) {
        count(frame, 1);
        if (frame.stream() != null) {
            add(frame.stream(), frame);
        } else if (streams > 0 && frame.isControl()) {
            first().add(frame);
        } else {
            queue.add(frame);
        }
    }

    /** Adds a control frame in front of all other frames, regardless of the limits. */
    void addFirst(Outbound.Frame control) {
        count(control, 1);
        first().add(control);
    }

    private ArrayDeque<Outbound.Frame> first() {
        if (first == null) {
            first = new ArrayDeque<>(2);
        }
        return first;
    }

    /** Whether a replay may be queued regardless of the limits: not for a client that subscribes again and again and never reads. */
    boolean acceptsReplay() {
        return replayFrames <= MAX_REPLAY_FRAMES && replayBytes <= MAX_REPLAY_BYTES;
    }

    private void count(Outbound.Frame frame, int times) {
        if (frame.isReplay()) {
            replayFrames += times;
            replayBytes += (long) times * frame.size();
        } else {
            frames += times;
            bytes += (long) times * frame.size();
        }
    }

    private void add(Outbound.Stream stream, Outbound.Frame part) {
        if (!stream.started) {
            stream.started = true;
            streams++;
            queue.add(stream);
        }
        stream.parts.add(part);
        stream.ended = part.last();
    }

    private boolean fits(Outbound.Frame frame, int before, long bytesBefore) {
        return before < limits.frames() && (bytesBefore == 0 || bytesBefore + frame.size() <= limits.bytes());
    }

    /**
     * Drops the oldest messages until the frame fits or no message waits. Control frames and parts of streamed messages cannot be dropped:
     * if the frame does not fit beside those that wait, nothing is dropped. Frames that the wire has received do not count then, because
     * otherwise one long frame on the wire would keep the newest message out.
     */
    private boolean makeRoom(Outbound.Frame frame) {
        if (!fitsBesideUndroppable(frame)) {
            return false;
        }
        Iterator<Outbound> oldest = queue.iterator();
        while (oldest.hasNext() && !fits(frame, frames, bytes)) {
            if (oldest.next() instanceof Outbound.Frame message && isDroppable(message)) {
                oldest.remove();
                drop(message);
            }
        }
        return true;
    }

    private boolean fitsBesideUndroppable(Outbound.Frame frame) {
        List<Outbound.Frame> waiting = new ArrayList<>();
        if (first != null) {
            waiting.addAll(first);
        }
        for (Outbound item : queue) {
            if (!(item instanceof Outbound.Frame queued && isDroppable(queued))) {
                collect(item, waiting);
            }
        }
        waiting.removeIf(Outbound.Frame::isReplay);
        return fits(
                frame,
                waiting.size(),
                waiting.stream().mapToLong(Outbound.Frame::size).sum());
    }

    /** Whether it is a whole message that counts towards the limits. */
    private static boolean isDroppable(Outbound.Frame frame) {
        return !frame.isReplay() && !frame.isControl();
    }

    private void drop(Outbound.Frame message) {
        droppedMessages++;
        release(message);
        if (message.done() != null) {
            dropped = dropped.isEmpty() ? new ArrayList<>() : dropped;
            dropped.add(message);
        }
    }

    /** The frames that were dropped since the last call, as far as their senders wait for the result. */
    List<Outbound.Frame> takeDropped() {
        List<Outbound.Frame> all = dropped;
        dropped = List.of();
        return all;
    }

    /** The messages that did not fit, and those that were dropped in favour of newer ones. */
    long droppedMessages() {
        return droppedMessages;
    }

    /** The next item to send; {@code null} if there is none, or if the next part of a streamed message is not there yet. */
    @Nullable
    Outbound poll() {
        if (first != null && !first.isEmpty()) {
            return first.poll();
        }
        while (queue.peek() instanceof Outbound.Stream stream) {
            Outbound.Frame part = stream.parts.poll();
            if (part == null && !closed) {
                return null;
            }
            if (part == null || part.last()) {
                queue.remove();
                streams--;
            }
            if (part != null) {
                progress = true;
                return part;
            }
        }
        progress = true;
        return queue.poll();
    }

    /** Whether a frame other than an overtaking control frame was polled since the last call. */
    boolean takeProgress() {
        boolean before = progress;
        progress = false;
        return before;
    }

    /** Stops counting a polled item. */
    void release(Outbound item) {
        if (item instanceof Outbound.Frame frame) {
            count(frame, -1);
        }
    }

    /**
     * Adds the close frame behind all other frames.
     *
     * @return the frames that cannot be sent any more, because a streamed message before them was not ended
     */
    List<Outbound.Frame> close(CloseFrame close) {
        closed = true;
        List<Outbound.Frame> unsent = new ArrayList<>();
        boolean blocked = false;
        for (Iterator<Outbound> each = queue.iterator(); each.hasNext(); ) {
            Outbound next = each.next();
            if (blocked) {
                each.remove();
                collect(next, unsent);
            }
            blocked |= next instanceof Outbound.Stream stream && !stream.ended;
        }
        queue.add(new Outbound.Close(close));
        unsent.forEach(this::release);
        return unsent;
    }

    /** Removes all frames. */
    List<Outbound.Frame> removeAll() {
        List<Outbound.Frame> all = new ArrayList<>();
        if (first != null) {
            all.addAll(first);
            first.clear();
        }
        queue.forEach(item -> collect(item, all));
        queue.clear();
        streams = 0;
        all.forEach(this::release);
        return all;
    }

    private static void collect(Outbound item, List<Outbound.Frame> frames) {
        if (item instanceof Outbound.Frame frame) {
            frames.add(frame);
        } else if (item instanceof Outbound.Stream stream) {
            frames.addAll(stream.parts);
        }
    }
}

package io.jetalyst.internal.socket;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The order in which frames leave (RFC 6455 §5.4): messages one after another, a streamed message in one piece at the place of its
 * first part. While a streamed message is in the queue, control frames go past it, for it may take its time. Used under the lock of
 * its {@link Outbox}.
 */
final class SendQueue {
    private final ArrayDeque<Outgoing> queue = new ArrayDeque<>();
    /** Control frames that go first; there only once a stream was. */
    private @Nullable ArrayDeque<Outgoing.Frame> first;

    private int streams;
    private boolean closed;

    /** Whether nothing waits. */
    boolean isEmpty() {
        return queue.isEmpty() && (first == null || first.isEmpty());
    }

    void add(Outgoing.Frame frame) {
        if (frame.stream() != null) {
            add(frame.stream(), frame);
        } else if (streams > 0 && frame.isControl()) {
            if (first == null) {
                first = new ArrayDeque<>(2);
            }
            first.add(frame);
        } else {
            queue.add(frame);
        }
    }

    private void add(Outgoing.Stream stream, Outgoing.Frame part) {
        if (!stream.begun) {
            stream.begun = true;
            streams++;
            queue.add(stream);
        }
        stream.parts.add(part);
        stream.ended = part.last();
    }

    /** The next that can leave; {@code null} if there is none, or if it has to wait for the next part of a stream. */
    @Nullable
    Outgoing poll() {
        if (first != null && !first.isEmpty()) {
            return first.poll();
        }
        while (queue.peek() instanceof Outgoing.Stream stream) {
            Outgoing.Frame part = stream.parts.poll();
            if (part == null && !closed) {
                return null;
            }
            if (part == null || part.last()) {
                queue.remove();
                streams--;
            }
            if (part != null) {
                return part;
            }
        }
        return queue.poll();
    }

    /** What waits and is no part of a stream, the oldest first. */
    List<Outgoing.Frame> messages() {
        List<Outgoing.Frame> messages = new ArrayList<>(queue.size());
        for (Outgoing outgoing : queue) {
            if (outgoing instanceof Outgoing.Frame frame) {
                messages.add(frame);
            }
        }
        return messages;
    }

    /** Takes one of the {@link #messages} out. */
    void remove(Outgoing.Frame message) {
        for (Iterator<Outgoing> each = queue.iterator(); each.hasNext(); ) {
            if (each.next() == message) {
                each.remove();
                return;
            }
        }
    }

    /**
     * Puts the close frame last.
     *
     * @return what can not be sent any more, because a stream that has not ended is before it
     */
    List<Outgoing.Frame> close(Outgoing.Close close) {
        closed = true;
        List<Outgoing.Frame> lost = new ArrayList<>();
        boolean cut = false;
        for (Iterator<Outgoing> each = queue.iterator(); each.hasNext(); ) {
            Outgoing next = each.next();
            if (cut) {
                each.remove();
                collect(next, lost);
            }
            cut |= next instanceof Outgoing.Stream stream && !stream.ended;
        }
        queue.add(close);
        return lost;
    }

    /** Takes out all frames. */
    List<Outgoing.Frame> empty() {
        List<Outgoing.Frame> left = new ArrayList<>();
        if (first != null) {
            left.addAll(first);
            first.clear();
        }
        queue.forEach(outgoing -> collect(outgoing, left));
        queue.clear();
        streams = 0;
        return left;
    }

    private static void collect(Outgoing outgoing, List<Outgoing.Frame> frames) {
        if (outgoing instanceof Outgoing.Frame frame) {
            frames.add(frame);
        } else if (outgoing instanceof Outgoing.Stream stream) {
            frames.addAll(stream.parts);
        }
    }
}

package io.jetalyst.internal.socket;

import io.jetalyst.internal.protocol.CloseFrame;
import io.jetalyst.socket.SocketOptions;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What waits to be sent, bounded, in the order in which it leaves (RFC 6455 §5.4): messages one after another, a streamed message in one
 * piece at the place of its first part. While a streamed message is in the queue, control frames go past it, for it may take its time.
 * A frame counts until it is {@linkplain #taken taken}, a greeting beside the limits. Used under the lock of its {@link Outbox}.
 */
final class SendQueue {
    /** What a client has not taken of earlier greetings; beyond that the next one counts as all else does. */
    private static final int MOST_GREETING_FRAMES = 256;

    private static final int MOST_GREETING_BYTES = 256 * 1024;

    private final SocketLimits limits;
    private final ArrayDeque<Outgoing> queue = new ArrayDeque<>(2);
    /** Control frames that go first; there only once one did. */
    private @Nullable ArrayDeque<Outgoing.Frame> first;

    private List<Outgoing.Frame> dropped = List.of();
    private int frames;
    private long bytes;
    private int greetingFrames;
    private long greetingBytes;
    private int streams;
    private boolean closed;

    SendQueue(SocketLimits limits) {
        this.limits = limits;
    }

    /** Whether nothing waits that has not been polled. */
    boolean isEmpty() {
        return queue.isEmpty() && (first == null || first.isEmpty());
    }

    /** Bytes of what counts. */
    long bytes() {
        return bytes + greetingBytes;
    }

    /** Whether one of the limits is more than half reached, or as much waits beside it. */
    boolean isCrowded() {
        return frames > limits.queuedFrames() / 2 || bytes() > limits.queuedBytes() / 2;
    }

    /** Adds a frame, unless that is beyond a limit; older messages give way if the endpoint wants it so. */
    boolean offer(Outgoing.Frame frame) {
        boolean fits = fits(frame, frames, bytes);
        if (!fits && limits.overflow() == SocketOptions.Overflow.DROP_OLDEST && !frame.isControl()) {
            fits = makeRoom(frame);
        }
        if (fits) {
            add(frame);
        }
        return fits;
    }

    /** Adds a frame, whatever waits already. */
    void add(Outgoing.Frame frame) {
        count(frame, 1);
        if (frame.stream() != null) {
            add(frame.stream(), frame);
        } else if (streams > 0 && frame.isControl()) {
            first().add(frame);
        } else {
            queue.add(frame);
        }
    }

    /** Adds a control frame before all else, whatever waits already. */
    void addFirst(Outgoing.Frame control) {
        count(control, 1);
        first().add(control);
    }

    private ArrayDeque<Outgoing.Frame> first() {
        if (first == null) {
            first = new ArrayDeque<>(2);
        }
        return first;
    }

    /** Whether a greeting may wait beside the limits: not for one who comes again and again, and reads nothing. */
    boolean takesGreeting() {
        return greetingFrames <= MOST_GREETING_FRAMES && greetingBytes <= MOST_GREETING_BYTES;
    }

    private void count(Outgoing.Frame frame, int times) {
        if (frame.isGreeting()) {
            greetingFrames += times;
            greetingBytes += (long) times * frame.size();
        } else {
            frames += times;
            bytes += (long) times * frame.size();
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

    private boolean fits(Outgoing.Frame frame, int before, long bytesBefore) {
        return before < limits.queuedFrames()
                && (bytesBefore == 0 || bytesBefore + frame.size() <= limits.queuedBytes());
    }

    /**
     * Drops the messages that have waited longest until the frame fits; none, if it would not fit without all of them. A message that is
     * streamed stays, for it can not miss a part.
     */
    private boolean makeRoom(Outgoing.Frame frame) {
        List<Outgoing.Frame> messages = messages();
        long waiting = messages.stream().mapToLong(Outgoing.Frame::size).sum();
        if (!fits(frame, frames - messages.size(), bytes - waiting)) {
            return false;
        }
        for (Outgoing.Frame oldest : messages) {
            if (fits(frame, frames, bytes)) {
                break;
            }
            queue.remove(oldest);
            taken(oldest);
            if (oldest.done() != null) {
                dropped = dropped.isEmpty() ? new ArrayList<>() : dropped;
                dropped.add(oldest);
            }
        }
        return true;
    }

    /** The messages that wait within the limits and are not streamed, the oldest first. */
    private List<Outgoing.Frame> messages() {
        List<Outgoing.Frame> messages = new ArrayList<>(queue.size());
        for (Outgoing outgoing : queue) {
            if (outgoing instanceof Outgoing.Frame frame && !frame.isGreeting() && !frame.isControl()) {
                messages.add(frame);
            }
        }
        return messages;
    }

    /** What gave way to newer frames since the last call, where somebody asks what became of it. */
    List<Outgoing.Frame> dropped() {
        List<Outgoing.Frame> all = dropped;
        dropped = List.of();
        return all;
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

    /** What was polled counts no more. */
    void taken(Outgoing outgoing) {
        if (outgoing instanceof Outgoing.Frame frame) {
            count(frame, -1);
        }
    }

    /**
     * Puts the close frame last.
     *
     * @return what can not be sent any more, because a stream that has not ended is before it
     */
    List<Outgoing.Frame> close(CloseFrame close) {
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
        queue.add(new Outgoing.Close(close));
        lost.forEach(this::taken);
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
        left.forEach(this::taken);
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

package io.jetalyst.internal.socket;

import io.jetalyst.engine.SocketWire;
import io.jetalyst.socket.SlowClient;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The frames of one session that wait to be sent, in order and bounded. One at a time is with the wire; {@link #offer} only queues, so
 * that a topic can fix an order under its own lock, and {@link #flush} sends, outside all locks. Safe for all threads, blocks none.
 */
final class Outbox {
    /** What became of an offer. */
    enum Offer {
        QUEUED,
        /** The frame would go beyond a limit. */
        FULL,
        /** A close frame is queued, or the outbox was emptied for good. */
        CLOSED
    }

    private static final long PATIENCE_MILLIS = 20;

    private final SocketWire wire;
    private final SocketLimits limits;
    private final LongSupplier nanoTime;
    private final Consumer<Outgoing.Frame> lost;
    private final SendQueue queue = new SendQueue();
    /** Frames that were written while this thread was in {@link #flush}, and whose stages are to be completed after it. */
    private final ArrayDeque<Outgoing.Frame> written = new ArrayDeque<>();

    private List<Outgoing.Frame> dropped = new ArrayList<>(0);
    private int frames;
    private long bytes;
    private boolean closed;
    /** Whether the wire refused a frame: what is queued waits for {@link #empty}. */
    private boolean failed;

    /** Whether a frame is with the wire, and since when. */
    private boolean writing;

    private long writingSince;
    /** The thread in {@link #flush}; it sees to whatever is queued or written meanwhile. */
    private @Nullable Thread flusher;

    /** @param lost takes the frames that the wire refuses */
    Outbox(SocketWire wire, SocketLimits limits, LongSupplier nanoTime, Consumer<Outgoing.Frame> lost) {
        this.wire = wire;
        this.limits = limits;
        this.nanoTime = nanoTime;
        this.lost = lost;
    }

    /** Queues a frame. */
    synchronized Offer offer(Outgoing.Frame frame) {
        if (closed) {
            return Offer.CLOSED;
        }
        boolean full = !fits(frame, frames, bytes);
        if (full && limits.slowClient() == SlowClient.DROP_OLDEST && frame.opcode() < Opcode.PING) {
            full = !makeRoom(frame);
        }
        if (full) {
            return Offer.FULL;
        }
        queue.add(frame);
        frames++;
        bytes += frame.size();
        return Offer.QUEUED;
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
        List<Outgoing.Frame> messages = queue.messages();
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
                dropped.add(oldest);
            }
        }
        return true;
    }

    /** What gave way to newer frames since the last call, where somebody asks what became of it. */
    synchronized List<Outgoing.Frame> dropped() {
        List<Outgoing.Frame> all = dropped;
        dropped = all.isEmpty() ? all : new ArrayList<>(0);
        return all;
    }

    /**
     * Queues the close frame after all else; from now on nothing is taken.
     *
     * @return what a stream that was not ended holds back for good
     */
    synchronized List<Outgoing.Frame> close(Outgoing.Close close) {
        if (closed) {
            return List.of();
        }
        closed = true;
        List<Outgoing.Frame> lost = queue.close(close);
        lost.forEach(this::taken);
        return lost;
    }

    /** Takes nothing more and gives back what will not be sent any more; the frame with the wire is still the wire's. */
    synchronized List<Outgoing.Frame> empty() {
        closed = true;
        List<Outgoing.Frame> left = queue.empty();
        left.forEach(this::taken);
        return left;
    }

    /** As {@link #empty}, but a close frame goes in place of what is given back. */
    synchronized List<Outgoing.Frame> closeAtOnce(Outgoing.Close close) {
        List<Outgoing.Frame> left = empty();
        queue.close(close);
        return left;
    }

    synchronized long queuedBytes() {
        return bytes;
    }

    /** For how many nanoseconds the frame with the wire is there; 0 if none is. */
    synchronized long stalledFor(long now) {
        return writing ? now - writingSince : 0;
    }

    /**
     * Hands to the wire what can go now. Where another thread is at that already, and has half of the limit before it, the caller
     * waits a moment: those who send must not outrun the one who writes, and make a good client look slow.
     */
    void flush() {
        if (!begin()) {
            return;
        }
        Outgoing next = next();
        while (next != null) {
            if (next instanceof Outgoing.Frame frame) {
                wire.send(frame.opcode(), frame.last(), frame.payload(), failure -> written(frame, failure));
            } else if (next instanceof Outgoing.Close close) {
                wire.close(close.code(), close.reason());
            }
            next = next();
        }
        completeWritten();
    }

    private synchronized boolean begin() {
        if (flusher == null) {
            flusher = Thread.currentThread();
            return true;
        }
        if (flusher != Thread.currentThread() && crowded()) {
            try {
                wait(PATIENCE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        return false;
    }

    private boolean crowded() {
        return frames > limits.queuedFrames() / 2 || bytes > limits.queuedBytes() / 2;
    }

    private synchronized @Nullable Outgoing next() {
        Outgoing next = writing || failed ? null : queue.poll();
        if (next == null) {
            flusher = null;
            notifyAll();
        } else if (next instanceof Outgoing.Frame) {
            writing = true;
            writingSince = nanoTime.getAsLong();
        }
        return next;
    }

    private void written(Outgoing.Frame frame, @Nullable Throwable failure) {
        boolean nested;
        synchronized (this) {
            writing = false;
            taken(frame);
            failed |= failure != null;
            closed |= failed;
            nested = flusher == Thread.currentThread();
            if (nested && failure == null) {
                written.add(frame);
            }
        }
        if (failure != null) {
            lost.accept(frame);
        }
        if (!nested) {
            flush();
            complete(failure == null ? frame : null);
        }
    }

    /** Runs what waits for these frames: code of the application, which may block, so not while this thread is the flusher. */
    private void completeWritten() {
        for (Outgoing.Frame frame = nextWritten(); frame != null; frame = nextWritten()) {
            complete(frame);
        }
    }

    private synchronized Outgoing.@Nullable Frame nextWritten() {
        return written.poll();
    }

    private static void complete(Outgoing.@Nullable Frame frame) {
        if (frame != null && frame.done() != null) {
            frame.done().complete(null);
        }
    }

    private void taken(Outgoing.Frame frame) {
        boolean wasCrowded = crowded();
        frames--;
        bytes -= frame.size();
        if (wasCrowded && !crowded()) {
            notifyAll();
        }
    }
}

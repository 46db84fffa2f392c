package io.jetalyst.internal.socket;

import io.jetalyst.engine.SocketWire;
import io.jetalyst.internal.protocol.CloseFrame;
import io.jetalyst.internal.protocol.FrameWriter;
import io.jetalyst.internal.protocol.Opcode;
import io.jetalyst.socket.SlowClient;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The frames of one session that wait to be sent, in order and bounded. {@link #offer} only queues, so that a topic can fix an order
 * under its own lock; {@link #flush} sends, outside all locks, as many frames with one write as there are. Safe for all threads, blocks
 * none.
 *
 * <p>The thread that reads {@linkplain #hold holds} what it sends itself while there is more to read, so that the answers to messages that
 * came together leave together. A listener may take its time after it has sent something; so another thread is asked to
 * flush as well.
 */
final class Outbox implements SocketWire.Written {
    /** What became of an offer. */
    enum Offer {
        QUEUED,
        /** The frame would go beyond a limit. */
        FULL,
        /** A close frame is queued, or the outbox was emptied for good. */
        CLOSED
    }

    /** Whose outbox it is. No method is called under a lock. */
    interface Owner {
        /** The wire has refused a frame. */
        void lost(Outgoing.Frame frame);

        /** What the network did not take at once is written. Must not block. */
        void unstuck();

        /** The close frame is written. Must not block. */
        void closeSent();
    }

    private static final long PATIENCE_MILLIS = 20;

    private final SocketWire wire;
    private final SocketLimits limits;
    private final LongSupplier nanoTime;
    private final Owner owner;
    private final SendQueue queue = new SendQueue();
    private final FrameWriter writer = new FrameWriter();
    private List<Outgoing.Frame> dropped = List.of();
    private int frames;
    private long bytes;
    private boolean closed;
    /** Whether the wire refused a frame: what is queued waits for {@link #empty}. */
    private boolean failed;

    /** Whether a write is with the wire. */
    private volatile boolean writing;
    /** Whether the network did not take it at once, and when. */
    private boolean stalled;

    private long stalledAt;
    /** The thread in {@link #flush}; it sees to whatever is queued or written meanwhile. */
    private @Nullable Thread flusher;
    /** The thread that holds what it sends itself, and whether another is asked to flush all the same. */
    private @Nullable Thread holder;

    private boolean asked;
    /** The next to be put into bytes; the flusher's. */
    private @Nullable Outgoing next;
    /** Those whose last byte is in the buffer that is being written; the flusher's, then that of who hears of the write. */
    private List<Outgoing> inBuffer = List.of();
    /** Written while this thread was in {@link #flush}; their stages are completed after it. */
    private @Nullable List<Outgoing> written;

    Outbox(SocketWire wire, SocketLimits limits, LongSupplier nanoTime, Owner owner) {
        this.wire = wire;
        this.limits = limits;
        this.nanoTime = nanoTime;
        this.owner = owner;
    }

    /** Queues a frame. */
    synchronized Offer offer(Outgoing.Frame frame) {
        if (closed) {
            return Offer.CLOSED;
        }
        boolean full = !fits(frame, frames, bytes);
        if (full && limits.slowClient() == SlowClient.DROP_OLDEST && !frame.isControl()) {
            full = !makeRoom(frame);
        }
        if (full) {
            return Offer.FULL;
        }
        add(frame);
        return Offer.QUEUED;
    }

    /** Queues a pong, whatever waits already: as long as one waits, no more is read. */
    synchronized void offerPong(ByteBuffer payload) {
        if (!closed) {
            add(new Outgoing.Frame(Opcode.PONG, payload, null));
        }
    }

    private void add(Outgoing.Frame frame) {
        queue.add(frame);
        frames++;
        bytes += frame.size();
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
                dropped = dropped.isEmpty() ? new ArrayList<>() : dropped;
                dropped.add(oldest);
            }
        }
        return true;
    }

    /** What gave way to newer frames since the last call, where somebody asks what became of it. */
    synchronized List<Outgoing.Frame> dropped() {
        List<Outgoing.Frame> all = dropped;
        dropped = List.of();
        return all;
    }

    /**
     * Queues the close frame after all else; from now on nothing is taken.
     *
     * @return what a stream that was not ended holds back for good
     */
    synchronized List<Outgoing.Frame> close(CloseFrame close) {
        if (closed) {
            return List.of();
        }
        closed = true;
        List<Outgoing.Frame> lost = queue.close(new Outgoing.Close(close));
        lost.forEach(this::taken);
        return lost;
    }

    /** Takes nothing more and gives back what will not be sent any more; what is with the wire is still the wire's. */
    synchronized List<Outgoing.Frame> empty() {
        closed = true;
        List<Outgoing.Frame> left = queue.empty();
        left.forEach(this::taken);
        return left;
    }

    /** As {@link #empty}, but a close frame goes in place of what is given back. */
    synchronized List<Outgoing.Frame> closeAtOnce(CloseFrame close) {
        List<Outgoing.Frame> left = empty();
        queue.close(new Outgoing.Close(close));
        return left;
    }

    synchronized long queuedBytes() {
        return bytes;
    }

    /** Whether the network does not take what was written. */
    boolean isStuck() {
        return writing;
    }

    /** For how many nanoseconds it has not taken it; 0 if it does. */
    synchronized long stalledFor(long now) {
        return stalled ? now - stalledAt : 0;
    }

    /** What this thread sends waits for {@link #release}, unless it is much. */
    void hold() {
        holder = Thread.currentThread();
    }

    /** What this thread sends is sent at once, as is what it has held. */
    void release() {
        holder = null;
    }

    /**
     * Hands to the wire what can go now. Where another thread is at that already, and has half of the limit before it, the caller
     * waits a moment: those who send must not outrun the one who writes, and make a good client look slow.
     */
    void flush() {
        if (isHeld()) {
            return;
        }
        pump(true);
    }

    /** @param here whether this thread may run code of the application: what waits for the stage of a frame */
    private void pump(boolean here) {
        if (!begin()) {
            return;
        }
        do {
            ByteBuffer buffer = wire.buffer();
            gather(buffer);
            wire.write(buffer.flip(), this);
        } while (goesOn());
        List<Outgoing> all = takeWritten();
        if (!all.isEmpty()) {
            finish(all, null, here);
        }
        if (!writing) {
            owner.unstuck();
        }
    }

    /** Whether the frames that this thread has queued wait for more; then another thread flushes them if that takes long. */
    private boolean isHeld() {
        if (holder != Thread.currentThread()) {
            return false;
        }
        synchronized (this) {
            if (crowded()) {
                return false;
            }
            if (asked || queue.isEmpty()) {
                return true;
            }
            asked = true;
        }
        wire.execute(this::flushAsAsked);
        return true;
    }

    private void flushAsAsked() {
        synchronized (this) {
            asked = false;
        }
        pump(true);
    }

    private synchronized boolean begin() {
        if (flusher == null) {
            if (!advance()) {
                return false;
            }
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

    /** Whether the flusher has something to write. */
    private synchronized boolean goesOn() {
        if (advance()) {
            return true;
        }
        if (writing) {
            stalled = true;
            stalledAt = nanoTime.getAsLong();
        }
        flusher = null;
        notifyAll();
        return false;
    }

    private boolean advance() {
        if (writing || failed) {
            return false;
        }
        if (next == null) {
            next = queue.poll();
        }
        writing = next != null;
        return writing;
    }

    private boolean crowded() {
        return frames > limits.queuedFrames() / 2 || bytes > limits.queuedBytes() / 2;
    }

    /** Puts as many frames into the buffer as there are and as it takes. */
    private void gather(ByteBuffer buffer) {
        List<Outgoing> complete = new ArrayList<>(4);
        for (Outgoing current = next; current != null; current = poll(buffer)) {
            if (writer.done()) {
                begin(current, buffer);
            }
            writer.put(buffer);
            if (!writer.done()) {
                break;
            }
            next = null;
            complete.add(current);
        }
        inBuffer = complete;
    }

    private void begin(Outgoing outgoing, ByteBuffer buffer) {
        if (outgoing instanceof Outgoing.Frame frame) {
            writer.begin(buffer, frame.opcode(), frame.last(), false, frame.payload());
        } else if (outgoing instanceof Outgoing.Close close) {
            writer.begin(buffer, Opcode.CLOSE, true, false, close.frame().payload());
        }
    }

    private @Nullable Outgoing poll(ByteBuffer buffer) {
        if (buffer.remaining() >= FrameWriter.MAX_HEAD_BYTES) {
            synchronized (this) {
                next = queue.poll();
            }
        }
        return next;
    }

    @Override
    public void written(@Nullable Throwable failure) {
        List<Outgoing> all = inBuffer;
        inBuffer = List.of();
        boolean nested;
        synchronized (this) {
            nested = flusher == Thread.currentThread();
            writing = false;
            stalled = false;
            if (failure != null) {
                fail(all);
            }
            all.forEach(this::taken);
            if (nested && failure == null) {
                keep(all);
            }
        }
        if (!nested || failure != null) {
            finish(all, failure, false);
        }
        if (!nested) {
            pump(false);
            if (!writing) {
                owner.unstuck();
            }
        }
    }

    /** Nothing will be written any more, not even the rest of a frame. */
    private void fail(List<Outgoing> all) {
        failed = true;
        closed = true;
        if (next != null) {
            all.add(next);
            next = null;
        }
    }

    private void keep(List<Outgoing> all) {
        if (written == null) {
            written = all;
        } else {
            written.addAll(all);
        }
    }

    private synchronized List<Outgoing> takeWritten() {
        List<Outgoing> all = written == null ? List.of() : written;
        written = null;
        return all;
    }

    /** Runs what waits for these frames: code of the application, which may block. */
    private void finish(List<Outgoing> all, @Nullable Throwable failure, boolean here) {
        boolean somebodyWaits = false;
        for (Outgoing outgoing : all) {
            if (outgoing instanceof Outgoing.Close && failure == null) {
                owner.closeSent();
            }
            somebodyWaits |= outgoing instanceof Outgoing.Frame frame && frame.done() != null;
        }
        if (somebodyWaits && here) {
            tell(all, failure);
        } else if (somebodyWaits) {
            wire.execute(() -> tell(all, failure));
        }
    }

    private void tell(List<Outgoing> all, @Nullable Throwable failure) {
        for (Outgoing outgoing : all) {
            if (outgoing instanceof Outgoing.Frame frame && frame.done() != null) {
                if (failure == null) {
                    frame.done().complete(null);
                } else {
                    owner.lost(frame);
                }
            }
        }
    }

    private void taken(Outgoing outgoing) {
        if (outgoing instanceof Outgoing.Frame frame) {
            boolean wasCrowded = crowded();
            frames--;
            bytes -= frame.size();
            if (wasCrowded && !crowded()) {
                notifyAll();
            }
        }
    }
}

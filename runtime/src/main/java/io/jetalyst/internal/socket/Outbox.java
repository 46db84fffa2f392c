package io.jetalyst.internal.socket;

import io.jetalyst.engine.SocketWire;
import io.jetalyst.internal.protocol.CloseFrame;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Sends the frames of one session. {@link #offer} only queues, so that a topic can fix an order under its own lock; {@link #flush}
 * sends, outside all locks, as many frames with one write as there are. Safe for all threads; none waits for the network.
 *
 * <p>The thread that reads {@linkplain #cork holds} what it sends while there is more to read, so that answers to messages that came together
 * leave together. A listener may take its time after it has sent something; so another thread is asked to flush, too.
 */
final class Outbox implements SocketWire.Written {
    private final SocketWire wire;
    private final LongSupplier nanoTime;
    private final OutboxOwner owner;
    private final SendQueue queue;
    private final FrameBatcher batcher;
    private final Cork cork;
    private boolean closed;
    /** Whether the wire refused a write: what is queued waits for {@link #empty}. */
    private boolean failed;

    private volatile boolean writing;
    /** Whether the network did not take it at once, and when. */
    private boolean stalled;

    private long stalledAt;
    /** The thread in {@link #flush}; it sees to whatever is queued or written meanwhile. */
    private @Nullable Thread flusher;
    /** What the buffer that is written completes; the flusher's, then of who hears of the write. */
    private List<Outgoing> inBuffer = List.of();

    private final Waiters waiters = new Waiters(this);

    /** @param deflation {@code null} if nothing is compressed */
    Outbox(
            SocketWire wire,
            Endpoint endpoint,
            @Nullable Deflation deflation,
            LongSupplier nanoTime,
            OutboxOwner owner) {
        this.wire = wire;
        this.queue = new SendQueue(endpoint.limits());
        this.batcher = new FrameBatcher(deflation);
        this.cork = new Cork(endpoint.nonBlocking());
        this.nanoTime = nanoTime;
        this.owner = owner;
    }

    /** Queues a frame. */
    synchronized Offer offer(Outgoing.Frame frame) {
        if (closed) {
            return Offer.CLOSED;
        }
        if (!queue.offer(frame)) {
            return Offer.FULL;
        }
        return queue.isCrowded() ? Offer.CROWDED : Offer.QUEUED;
    }

    /** Queues a frame, whatever waits already. */
    synchronized void add(Outgoing.Frame frame) {
        if (!closed) {
            queue.add(frame);
        }
    }

    /** As {@link SendQueue#takesGreeting}. */
    synchronized boolean takesGreeting() {
        return queue.takesGreeting();
    }

    /** Queues a control frame before all else. */
    synchronized void addFirst(Outgoing.Frame control) {
        if (!closed) {
            queue.addFirst(control);
        }
    }

    /** What gave way to newer frames since the last call, where somebody asks what became of it. */
    synchronized List<Outgoing.Frame> dropped() {
        return queue.dropped();
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
        return queue.close(close);
    }

    /** Takes nothing more and gives back what will not be sent any more; what is with the wire is still the wire's. */
    synchronized List<Outgoing.Frame> empty() {
        closed = true;
        return queue.empty();
    }

    /** As {@link #empty}, but a close frame goes in place of what is given back. */
    synchronized List<Outgoing.Frame> closeAtOnce(CloseFrame close) {
        List<Outgoing.Frame> left = empty();
        queue.close(close);
        return left;
    }

    synchronized long queuedBytes() {
        return queue.bytes();
    }

    /** Whether something is with the wire; {@link OutboxOwner#unstuck} follows. */
    boolean isStuck() {
        return writing;
    }

    /** For how many nanoseconds the network has not taken what was written; 0 if it does. */
    synchronized long stalledFor(long now) {
        return stalled ? Math.max(1, now - stalledAt) : 0;
    }

    /** Whether something waits and nobody writes. So it is for long only where a listener waits that had promised not to. */
    synchronized boolean isLeft() {
        return flusher == null && !writing && !failed && !queue.isEmpty();
    }

    /** What this thread sends waits for {@link #uncork}, unless it is much. */
    void cork() {
        cork.begin();
    }

    /** What this thread sends is sent at once again. */
    void uncork() {
        cork.end();
    }

    /** Hands to the wire what can go now, unless another thread is at that already. */
    void flush() {
        if (!cork.isMine() || !isHeld()) {
            pump();
        }
    }

    /** Whether the frames that this thread has queued can wait for more; if that may take long, another thread flushes them. */
    private boolean isHeld() {
        synchronized (this) {
            if (queue.isCrowded()) {
                return false;
            }
            if (queue.isEmpty() || !cork.asks()) {
                return true;
            }
        }
        wire.execute(() -> {
            synchronized (this) {
                cork.answered();
            }
            pump();
        });
        return true;
    }

    /**
     * Waits where another thread writes, and has half of the limit before it: those who send must not outrun the one who writes, and make
     * a good client look slow.
     *
     * @param deadline as of {@link Waiters#deadline}
     */
    synchronized void awaitFlusher(long deadline) {
        if (flusher != null && flusher != Thread.currentThread() && queue.isCrowded()) {
            waiters.await(deadline);
        }
    }

    private void pump() {
        if (!begin()) {
            return;
        }
        try {
            for (boolean more = true; more; ) {
                ByteBuffer buffer = wire.buffer();
                List<Outgoing> packed = new ArrayList<>(2);
                inBuffer = packed;
                batcher.pack(buffer, this, packed);
                if (wire.write(buffer.flip(), this)) {
                    more = wroteAtOnce();
                    owner.done(packed, null);
                } else {
                    more = goesOn();
                }
            }
        } catch (Throwable broken) { // such as no memory for a buffer: nobody would ever write on
            List<Outgoing> lost = breaks();
            wire.close();
            owner.done(lost, broken);
            throw broken;
        }
        if (!writing) {
            owner.unstuck();
        }
    }

    private synchronized boolean begin() {
        if (flusher != null || !advance()) {
            return false;
        }
        flusher = Thread.currentThread();
        return true;
    }

    /** The network has taken a buffer; whether the flusher has more to write. */
    private synchronized boolean wroteAtOnce() {
        taken();
        return goesOn();
    }

    /** The flusher cannot go on; what it had taken to write. */
    private synchronized List<Outgoing> breaks() {
        flusher = null;
        waiters.wake();
        return fail();
    }

    /** Whether the flusher has more to write; otherwise there is no flusher any more. */
    private synchronized boolean goesOn() {
        if (advance()) {
            return true;
        }
        if (writing) {
            stalled = true;
            stalledAt = nanoTime.getAsLong();
        }
        flusher = null;
        waiters.wake();
        return false;
    }

    private boolean advance() {
        if (writing || failed || !batcher.begin(queue)) {
            return false;
        }
        writing = true;
        return true;
    }

    /** For the flusher: what comes next. */
    synchronized @Nullable Outgoing poll() {
        return queue.poll();
    }

    /** The network has taken what it did not take at once, or never will. */
    @Override
    public void written(@Nullable Throwable failure) {
        List<Outgoing> all;
        synchronized (this) {
            all = failure == null ? taken() : fail();
        }
        owner.done(all, failure);
        pump();
        if (!writing) {
            owner.unstuck();
        }
    }

    /** Nothing will be written any more, not even the rest of a frame; what was with the wire, or came next. */
    private List<Outgoing> fail() {
        failed = true;
        closed = true;
        List<Outgoing> lost = new ArrayList<>(inBuffer);
        batcher.giveUp(lost);
        inBuffer = lost;
        return taken();
    }

    /** Nothing is with the wire any more; what was. */
    private List<Outgoing> taken() {
        writing = false;
        stalled = false;
        List<Outgoing> all = inBuffer;
        inBuffer = List.of();
        boolean wasCrowded = queue.isCrowded();
        all.forEach(queue::taken);
        if (wasCrowded && !queue.isCrowded()) {
            waiters.wake();
        }
        return all;
    }
}

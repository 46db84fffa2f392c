package io.jetalyst.internal.outbox;

import io.jetalyst.engine.SocketWire;
import io.jetalyst.internal.limit.QueueLimits;
import io.jetalyst.internal.protocol.CloseFrame;
import io.jetalyst.observe.ClosedSocket.Traffic;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Writes the frames of one session. {@link #offer} only queues, so that a topic can fix an order under its own lock. {@link #flush}
 * writes, outside all locks, as many frames as it can with one write. All methods are safe for all threads, and none waits.
 *
 * <p>The thread that reads {@linkplain #cork corks} the outbox while more input is buffered, so that the answers to messages that arrived
 * together are written together. A listener may block after it has sent something, so another thread is scheduled to flush as well.
 */
public final class Outbox implements SocketWire.Written {
    private final SocketWire wire;
    private final WriterTurn turn;
    private final OutboxOwner owner;
    private final SendQueue queue;
    private final FrameBatcher batcher;
    private final Cork cork;
    private boolean closed;
    /** Whether the wire refused a write: queued frames stay until {@link #discard}. */
    private boolean failed;

    private volatile boolean writing;
    /** The items that the current write completes. */
    private List<Outbound> inBuffer = List.of();

    /**
     * @param nonBlocking whether the session's listeners never block
     * @param deflation {@code null} if nothing is compressed
     */
    public Outbox(
            SocketWire wire,
            QueueLimits limits,
            boolean nonBlocking,
            @Nullable Deflation deflation,
            LongSupplier nanoTime,
            OutboxOwner owner) {
        this.wire = wire;
        this.queue = new SendQueue(limits);
        this.batcher = new FrameBatcher(deflation);
        this.cork = new Cork(nonBlocking);
        this.turn = new WriterTurn(nanoTime);
        this.owner = owner;
    }

    /** Queues a frame within the limits. */
    public synchronized OfferResult offer(Outbound.Frame frame) {
        if (closed) {
            return OfferResult.CLOSED;
        }
        if (!queue.offer(frame)) {
            return OfferResult.FULL;
        }
        return queue.isCongested() ? OfferResult.CONGESTED : OfferResult.QUEUED;
    }

    /** Queues a frame regardless of the limits. */
    public synchronized void add(Outbound.Frame frame) {
        if (!closed) {
            queue.add(frame);
        }
    }

    /** As {@link SendQueue#acceptsReplay}. */
    public synchronized boolean acceptsReplay() {
        return queue.acceptsReplay();
    }

    /** Queues a control frame in front of all other frames. */
    public synchronized void addFirst(Outbound.Frame control) {
        if (!closed) {
            queue.addFirst(control);
        }
    }

    /** The frames that were dropped in favour of newer ones since the last call, as far as their senders wait for the result. */
    public synchronized List<Outbound.Frame> takeDropped() {
        return queue.takeDropped();
    }

    /**
     * Queues the close frame behind all other frames, and accepts nothing more.
     *
     * @return the frames that cannot be sent any more, because a streamed message before them was not ended
     */
    public synchronized List<Outbound.Frame> close(CloseFrame close) {
        if (closed) {
            return List.of();
        }
        closed = true;
        return queue.close(close);
    }

    /** Accepts nothing more and returns the frames that will not be sent. A write that is pending stays with the wire. */
    public synchronized List<Outbound.Frame> discard() {
        closed = true;
        return queue.removeAll();
    }

    /** As {@link #discard}, and queues a close frame in place of the returned frames. */
    public synchronized List<Outbound.Frame> closeAtOnce(CloseFrame close) {
        List<Outbound.Frame> discarded = discard();
        queue.close(close);
        return discarded;
    }

    public synchronized long queuedBytes() {
        return queue.bytes();
    }

    /** The traffic of the session, whose messages others count. */
    public synchronized Traffic traffic(long sent, long received, long receivedBytes) {
        return new Traffic(received, sent, queue.droppedMessages(), receivedBytes, batcher.packedBytes());
    }

    /** Whether the wire has not completed a write; {@link OutboxOwner#onDrained} follows. */
    public boolean isWritePending() {
        return writing;
    }

    /** For how many nanoseconds the network has not accepted the current write; 0 if it has. */
    public synchronized long stalledNanos(long now) {
        return turn.stalledNanos(now);
    }

    /** For how many nanoseconds queued frames have waited for the next part of a streamed message; 0 if they do not. */
    public synchronized long blockedNanos(long now) {
        return writing || !queue.isBlockedByStream() ? 0 : turn.blockedNanos(now);
    }

    /** Whether frames are queued and no thread writes. That lasts only where a listener blocks although it is declared non-blocking. */
    public synchronized boolean hasUnwritten() {
        return !turn.isTaken() && !writing && !failed && !queue.isEmpty();
    }

    /** Holds the frames that this thread sends until {@link #uncork} or until the queue is congested. */
    public void cork() {
        cork.begin();
    }

    public void uncork() {
        cork.end();
    }

    /** Writes what can be written now, unless another thread is writing already. */
    public void flush() {
        if (!cork.isMine() || !isHeld()) {
            drain();
        }
    }

    /** Whether the frames of this thread can wait for more; if that may take long, another thread is scheduled to flush them. */
    private boolean isHeld() {
        synchronized (this) {
            if (queue.isCongested()) {
                return false;
            }
            if (queue.isEmpty() || !cork.schedulesFlush()) {
                return true;
            }
        }
        wire.execute(() -> {
            synchronized (this) {
                cork.flushed();
            }
            drain();
        });
        return true;
    }

    /**
     * Completed when the queue is not congested any more or the thread that writes stops; {@code null} if it is not congested, or no other
     * thread writes. A thread that waits for it holds no monitor, so that it does not pin a virtual thread.
     */
    public synchronized @Nullable CompletableFuture<Void> relief() {
        return queue.isCongested() ? turn.relief() : null;
    }

    private void drain() {
        if (!startWriting()) {
            return;
        }
        try {
            for (boolean more = true; more; ) {
                List<Outbound> packed = new ArrayList<>(2);
                inBuffer = packed;
                ByteBuffer buffer = batcher.pack(wire, this::poll, packed);
                if (wire.write(buffer.flip(), this)) {
                    more = completeWrite();
                    owner.onWritten(packed, null);
                } else {
                    more = continueWriting();
                }
            }
        } catch (Throwable e) { // such as an OutOfMemoryError for a buffer: no thread would ever write again
            List<Outbound> unwritten = failWriter();
            wire.close();
            owner.onWritten(unwritten, e);
            throw e;
        }
        if (!writing) {
            owner.onDrained();
        }
    }

    private synchronized boolean startWriting() {
        if (turn.isTaken() || !nextWrite()) {
            return false;
        }
        turn.begin();
        return true;
    }

    /** The network has accepted a buffer; whether the writer has more to write. */
    private synchronized boolean completeWrite() {
        releaseBuffer();
        return continueWriting();
    }

    /** The writer cannot continue; returns the items that it was about to write. */
    private synchronized List<Outbound> failWriter() {
        turn.end();
        return fail();
    }

    /** Whether the writer has more to write; otherwise there is no writer any more. */
    private synchronized boolean continueWriting() {
        if (nextWrite()) {
            return true;
        }
        if (writing) {
            turn.stall();
        }
        turn.end();
        return false;
    }

    private boolean nextWrite() {
        if (writing || failed) {
            return false;
        }
        if (!batcher.begin(queue)) {
            turn.checkBlocked(queue);
            return false;
        }
        writing = true;
        return true;
    }

    private synchronized @Nullable Outbound poll() {
        return queue.poll();
    }

    /** The network has accepted a write that it did not accept at once, or never will. */
    @Override
    public void written(@Nullable Throwable failure) {
        List<Outbound> items;
        synchronized (this) {
            items = failure == null ? releaseBuffer() : fail();
        }
        owner.onWritten(items, failure);
        drain();
        if (!writing) {
            owner.onDrained();
        }
    }

    /** Nothing can be written any more, not even the rest of a frame; returns what was being written. */
    private List<Outbound> fail() {
        failed = true;
        closed = true;
        List<Outbound> unwritten = new ArrayList<>(inBuffer);
        batcher.abort(unwritten);
        inBuffer = unwritten;
        return releaseBuffer();
    }

    /** The wire has no buffer any more; returns the items that were in it. */
    private List<Outbound> releaseBuffer() {
        writing = false;
        turn.endStall();
        List<Outbound> items = inBuffer;
        inBuffer = List.of();
        boolean wasCongested = queue.isCongested();
        items.forEach(queue::release);
        if (wasCongested && !queue.isCongested()) {
            turn.relieve();
        }
        return items;
    }
}

package io.jetalyst.internal.outbox;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The turn of the thread that writes for an {@link Outbox}: which thread it is, which threads wait for it, and since when it makes no
 * progress. Used under the lock of the outbox.
 */
public final class WriterTurn {
    private static final long MAX_WAIT_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final LongSupplier nanoTime;
    /** The thread that writes; it also writes whatever other threads queue meanwhile. */
    private @Nullable Thread writer;
    /** Completed when the writer stops or the queue is no longer congested; {@code null} while no thread waits for that. */
    private @Nullable CompletableFuture<Void> relieved;
    /** Whether the network did not accept the current write at once, and since when. */
    private boolean stalled;

    private long stalledAt;
    /** Since when queued frames wait for the next part of a streamed message; 0 if they do not. */
    private long blockedAt;

    WriterTurn(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Until when a thread that waits for the {@link #relief} of one or more outboxes now waits at most. */
    public static long deadline() {
        return System.nanoTime() + MAX_WAIT_NANOS;
    }

    void begin() {
        writer = Thread.currentThread();
    }

    void end() {
        writer = null;
        relieve();
    }

    boolean isTaken() {
        return writer != null;
    }

    /** Completed by {@link #end} or {@link #relieve}; {@code null} if no other thread writes. */
    @Nullable
    CompletableFuture<Void> relief() {
        if (writer == null || writer == Thread.currentThread()) {
            return null;
        }
        if (relieved == null) {
            relieved = new CompletableFuture<>();
        }
        return relieved;
    }

    void relieve() {
        if (relieved != null) {
            relieved.complete(null);
            relieved = null;
        }
    }

    /** The network did not accept the current write at once. */
    void stall() {
        stalled = true;
        stalledAt = nanoTime.getAsLong();
    }

    void endStall() {
        stalled = false;
    }

    /** The queue has nothing to write: measures from now on how long a streamed message blocks it. */
    void checkBlocked(SendQueue queue) {
        boolean blocked = queue.isBlockedByStream();
        if (queue.takeProgress() || !blocked || blockedAt == 0) {
            blockedAt = blocked ? nanoTime.getAsLong() : 0;
        }
    }

    /** 0 if the network has accepted the current write. */
    long stalledNanos(long now) {
        return stalled ? Math.max(1, now - stalledAt) : 0;
    }

    /** 0 if no streamed message blocked the queue when it was checked last. */
    long blockedNanos(long now) {
        return blockedAt == 0 ? 0 : Math.max(1, now - blockedAt);
    }
}

package io.jetalyst.internal.outbox;

import java.util.function.LongSupplier;

/** Since when an {@link Outbox} has made no progress. Used under its lock. */
final class WriteTimes {
    private final LongSupplier nanoTime;
    /** Whether the network did not accept the current write at once, and since when. */
    private boolean stalled;

    private long stalledAt;
    /** Since when queued frames wait for the next part of a streamed message; 0 if they do not. */
    private long blockedAt;

    WriteTimes(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
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

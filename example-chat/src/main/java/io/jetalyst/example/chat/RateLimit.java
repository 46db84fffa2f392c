package io.jetalyst.example.chat;

import java.util.function.LongSupplier;

/** So many at once, and so many a second in the long run. Used by one thread at a time. */
final class RateLimit {
    private static final long SECOND = 1_000_000_000L;

    private final long capacity;
    private final long interval;
    private final LongSupplier nanoTime;
    private long credit;
    private long then;

    RateLimit(int burst, int perSecond, LongSupplier nanoTime) {
        this.interval = SECOND / perSecond;
        this.capacity = burst * interval;
        this.nanoTime = nanoTime;
        this.credit = capacity;
        this.then = nanoTime.getAsLong();
    }

    /** Takes one, if there is one. */
    boolean take() {
        long now = nanoTime.getAsLong();
        credit = Math.min(capacity, credit + Math.min(capacity, now - then));
        then = now;
        if (credit < interval) {
            return false;
        }
        credit -= interval;
        return true;
    }
}

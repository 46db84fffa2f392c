package io.jetalyst.example.chat;

import java.time.Duration;
import java.util.function.LongSupplier;

/** Allows a number of actions at once, and then one more whenever an interval has passed. Used by one thread at a time. */
final class RateLimit {
    private final long interval;
    private final int burst;
    private final LongSupplier clock;
    private long paidUntil;

    /** @param clock nanoseconds, as {@link System#nanoTime} counts them */
    RateLimit(int burst, Duration interval, LongSupplier clock) {
        this.burst = burst;
        this.interval = interval.toNanos();
        this.clock = clock;
        this.paidUntil = clock.getAsLong();
    }

    /** Whether one more action is allowed now. Only an action that is allowed counts. */
    boolean allows() {
        long now = clock.getAsLong();
        long start = paidUntil - now > 0 ? paidUntil : now;
        if (start - now > (burst - 1) * interval) {
            return false;
        }
        paidUntil = start + interval;
        return true;
    }
}

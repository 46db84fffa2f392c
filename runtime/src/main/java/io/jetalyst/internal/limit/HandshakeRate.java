package io.jetalyst.internal.limit;

import io.jetalyst.engine.Rejections;
import io.jetalyst.engine.ServerLimit;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Limits the WebSocket handshakes of all clients in a second. After a pause of a second, as many come at once. Safe for all threads.
 *
 * <p>The rate is kept as a debt of time: each handshake adds the time that it may take at the rate, and elapsed time pays the debt back.
 */
public final class HandshakeRate {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final long interval;
    private final Rejections rejections;
    private final LongSupplier nanoTime;
    /** When the debt is paid back. */
    private final AtomicLong paidAt;

    /** @param perSecond at least 1 */
    public HandshakeRate(int perSecond, Rejections rejections) {
        this(perSecond, rejections, System::nanoTime);
    }

    HandshakeRate(int perSecond, Rejections rejections, LongSupplier nanoTime) {
        this.interval = SECOND / perSecond;
        this.rejections = rejections;
        this.nanoTime = nanoTime;
        this.paidAt = new AtomicLong(nanoTime.getAsLong());
    }

    /** Counts a handshake, as one of this second or as one that is rejected, and returns whether it may go on. */
    public boolean admit() {
        long now = nanoTime.getAsLong();
        long before;
        long after;
        do {
            before = paidAt.get();
            after = (before - now > 0 ? before : now) + interval;
            if (after - now > SECOND) {
                rejections.add(ServerLimit.HANDSHAKES);
                return false;
            }
        } while (!paidAt.compareAndSet(before, after));
        return true;
    }
}

package io.jetalyst.internal.socket;

import java.util.concurrent.atomic.AtomicLong;

/**
 * The memory that messages take which have begun and are not complete, in all sessions together. Each is bounded by itself; this bounds
 * what many clients can do who begin messages and leave it at that. Safe for all threads.
 */
final class Unfinished {
    private final long most;
    private final AtomicLong bytes = new AtomicLong();

    /** A quarter of the heap. */
    Unfinished() {
        this(Runtime.getRuntime().maxMemory() / 4);
    }

    Unfinished(long most) {
        this.most = most;
    }

    /** Whether there is room for so many bytes more; then they are taken. */
    boolean take(int more) {
        if (bytes.addAndGet(more) <= most) {
            return true;
        }
        bytes.addAndGet(-more);
        return false;
    }

    void giveBack(int taken) {
        bytes.addAndGet(-taken);
    }
}

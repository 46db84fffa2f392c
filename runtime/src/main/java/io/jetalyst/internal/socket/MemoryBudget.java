package io.jetalyst.internal.socket;

import java.util.concurrent.atomic.AtomicLong;

/**
 * The memory that things of one kind may take together. Each is bounded by itself; this bounds what many clients can do who have it
 * taken, and leave it at that. Safe for all threads.
 */
final class MemoryBudget {
    private final long most;
    private final AtomicLong bytes = new AtomicLong();

    MemoryBudget(long most) {
        this.most = most;
    }

    /** A part of the heap: half of it, a quarter … */
    static MemoryBudget ofHeap(int divisor) {
        return new MemoryBudget(Runtime.getRuntime().maxMemory() / divisor);
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

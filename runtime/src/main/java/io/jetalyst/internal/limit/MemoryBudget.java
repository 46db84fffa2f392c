package io.jetalyst.internal.limit;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Limits the memory that all objects of one kind may use together. Each object has a limit of its own; the budget limits what many
 * clients can occupy at the same time. Safe for all threads.
 */
public final class MemoryBudget {
    private final long max;
    private final AtomicLong bytes = new AtomicLong();

    public MemoryBudget(long max) {
        this.max = max;
    }

    /** A fraction of the maximum heap: a half, a quarter … */
    public static MemoryBudget ofHeap(int divisor) {
        return new MemoryBudget(Runtime.getRuntime().maxMemory() / divisor);
    }

    /** Reserves the bytes if there is room for them; otherwise returns {@code false}. */
    public boolean tryReserve(int more) {
        if (bytes.addAndGet(more) <= max) {
            return true;
        }
        bytes.addAndGet(-more);
        return false;
    }

    public void release(int reserved) {
        bytes.addAndGet(-reserved);
    }
}

package io.jetalyst.internal.limit;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Limits the memory that all objects of one kind may use together. Each object has a limit of its own; the budget limits what many
 * clients can occupy at the same time. Safe for all threads.
 */
public final class MemoryBudget {
    private final long max;
    private final Runnable exhausted;
    private final AtomicLong bytes = new AtomicLong();

    public MemoryBudget(long max) {
        this(max, () -> {});
    }

    /** @param exhausted called for each reservation that fails */
    public MemoryBudget(long max, Runnable exhausted) {
        this.max = max;
        this.exhausted = exhausted;
    }

    /** A fraction of the maximum heap: a half, a quarter … */
    public static MemoryBudget ofHeap(int divisor) {
        return ofHeap(divisor, () -> {});
    }

    /**
     * The same.
     *
     * @param exhausted called for each reservation that fails
     */
    public static MemoryBudget ofHeap(int divisor, Runnable exhausted) {
        return new MemoryBudget(Runtime.getRuntime().maxMemory() / divisor, exhausted);
    }

    /** Reserves the bytes if there is room for them; otherwise returns {@code false}. */
    public boolean tryReserve(int more) {
        if (bytes.addAndGet(more) <= max) {
            return true;
        }
        bytes.addAndGet(-more);
        exhausted.run();
        return false;
    }

    public void release(int reserved) {
        bytes.addAndGet(-reserved);
    }
}

package io.jetalyst.engine;

import java.util.concurrent.atomic.AtomicLong;

/** Limits the memory of the bodies that are collected as a whole, of all requests together. Safe for all threads. */
final class BodyMemory {
    /** Bodies up to this size are not counted. */
    static final int SMALL = 8 * 1024;

    private final long max;
    private final AtomicLong bytes = new AtomicLong();

    private BodyMemory(long max) {
        this.max = max;
    }

    /** An eighth of the heap, because collecting and decoding needs some times the size of a body. */
    static BodyMemory ofHeap() {
        return new BodyMemory(Math.max(1024 * 1024, Runtime.getRuntime().maxMemory() / 8));
    }

    boolean tryReserve(long more) {
        if (bytes.addAndGet(more) <= max) {
            return true;
        }
        bytes.addAndGet(-more);
        return false;
    }

    void release(long reserved) {
        bytes.addAndGet(-reserved);
    }
}

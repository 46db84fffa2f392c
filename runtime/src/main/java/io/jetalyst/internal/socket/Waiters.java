package io.jetalyst.internal.socket;

import java.util.concurrent.TimeUnit;

/** The threads that wait, a moment each, for one that sends what they have queued. Used under the lock on which they wait. */
final class Waiters {
    private static final long PATIENCE = TimeUnit.MILLISECONDS.toNanos(20);

    private final Object lock;
    private int threads;

    Waiters(Object lock) {
        this.lock = lock;
    }

    /** Until when a thread that begins to wait now waits at most, however many it waits for. */
    static long deadline() {
        return System.nanoTime() + PATIENCE;
    }

    void await(long deadline) {
        threads++;
        try {
            TimeUnit.NANOSECONDS.timedWait(lock, deadline - System.nanoTime());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            threads--;
        }
    }

    void wake() {
        if (threads > 0) {
            lock.notifyAll();
        }
    }
}

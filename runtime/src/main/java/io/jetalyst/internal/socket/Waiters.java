package io.jetalyst.internal.socket;

/** The threads that wait, a moment each, for one that sends what they have queued. Used under the lock on which they wait. */
final class Waiters {
    private static final long PATIENCE_MILLIS = 20;

    private final Object lock;
    private int threads;

    Waiters(Object lock) {
        this.lock = lock;
    }

    void await() {
        threads++;
        try {
            lock.wait(PATIENCE_MILLIS);
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

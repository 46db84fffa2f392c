package io.jetalyst.testkit;

import java.util.ArrayDeque;
import java.util.Deque;

/** The connections of one test that stay open: sockets and streams. They are aborted when it ends, the most recent first. */
final class OpenConnections implements AutoCloseable {
    private final Deque<Runnable> aborts = new ArrayDeque<>();
    private boolean closed;

    /** Adds an action that aborts a connection; runs it at once if the test has ended. */
    void add(Runnable abort) {
        synchronized (this) {
            if (!closed) {
                aborts.push(abort);
                return;
            }
        }
        abort.run();
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        aborts.forEach(Runnable::run);
    }
}

package io.jetalyst.testkit;

import java.util.ArrayDeque;
import java.util.Deque;

/** The connections of one test, cut when it ends, the youngest first. */
final class OpenSockets implements AutoCloseable {
    private final Deque<Runnable> cuts = new ArrayDeque<>();
    private boolean over;

    /** Remembers how to cut a connection; cuts it at once if the test is over. */
    void add(Runnable cut) {
        synchronized (this) {
            if (!over) {
                cuts.push(cut);
                return;
            }
        }
        cut.run();
    }

    @Override
    public void close() {
        synchronized (this) {
            over = true;
        }
        cuts.forEach(Runnable::run);
    }
}

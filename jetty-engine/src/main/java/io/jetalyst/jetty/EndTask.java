package io.jetalyst.jetty;

import org.jspecify.annotations.Nullable;

/** Runs the tasks of {@code Exchange.onEnd} once, when the exchange ends, or at once if it has ended. */
final class EndTask {
    private @Nullable Runnable task;
    private boolean ended;

    void add(Runnable added) {
        synchronized (this) {
            if (!ended) {
                Runnable before = task;
                task = before == null
                        ? added
                        : () -> {
                            before.run();
                            added.run();
                        };
                return;
            }
        }
        added.run();
    }

    void run() {
        Runnable last;
        synchronized (this) {
            ended = true;
            last = task;
            task = null;
        }
        if (last != null) {
            last.run();
        }
    }
}

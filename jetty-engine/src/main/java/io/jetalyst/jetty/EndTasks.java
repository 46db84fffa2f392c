package io.jetalyst.jetty;

import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the tasks of exchanges that have ended, and counts the exchanges whose tasks have not returned. Observers write the last lines of their
 * logs there, so the stop of the server waits for them. Safe for all threads.
 */
final class EndTasks {
    private static final Logger LOG = LoggerFactory.getLogger(EndTasks.class);

    /** Only exchanges with tasks change it. */
    private final LongAdder exchanges = new LongAdder();

    /** An exchange ends. It calls this method before it ceases to count as unanswered, so that the stop sees it all the time; {@link #run} follows. */
    void begin(@Nullable Runnable tasks) {
        if (tasks != null) {
            exchanges.increment();
        }
    }

    /** Runs the tasks, if there are any. A task that throws does not keep the exchange from its end. */
    void run(@Nullable Runnable tasks) {
        if (tasks == null) {
            return;
        }
        try {
            runOne(tasks);
        } finally {
            exchanges.decrement();
        }
    }

    /** Runs one task. If it throws, the tasks behind it still run. */
    static void runOne(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error failure) {
            LOG.error("A task at the end of an exchange threw", failure);
        }
    }

    /** The number of exchanges whose tasks have not returned. */
    long exchanges() {
        return exchanges.sum();
    }
}

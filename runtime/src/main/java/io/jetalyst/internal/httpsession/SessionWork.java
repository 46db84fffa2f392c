package io.jetalyst.internal.httpsession;

import io.jetalyst.internal.log.RepeatedLine;
import io.jetalyst.session.SessionStoreException;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the tasks of sessions that may block and that no request waits for. Its threads exist while there are tasks. */
final class SessionWork implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger("io.jetalyst.session");
    private static final int THREADS = 2;
    private static final long LINGER_SECONDS = 10;
    private static final int MAX_WAITING = 2000;

    private final ScheduledThreadPoolExecutor threads = new ScheduledThreadPoolExecutor(THREADS, task -> {
        Thread thread = new Thread(task, "jetalyst-session");
        thread.setDaemon(true);
        return thread;
    });

    private final RepeatedLine failed = new RepeatedLine();
    /** The sessions that their requests have left, and that the store has not written yet. */
    private final AtomicInteger waiting = new AtomicInteger();

    SessionWork() {
        threads.setKeepAliveTime(LINGER_SECONDS, TimeUnit.SECONDS);
        threads.allowCoreThreadTimeOut(true);
    }

    /** Runs a task soon; in this thread after {@link #close}. */
    void run(Runnable task) {
        try {
            threads.execute(() -> logFailure(task));
        } catch (RejectedExecutionException closed) {
            logFailure(task);
        }
    }

    /** Leaves a session soon, and counts it until then. */
    void leave(Runnable leave) {
        waiting.incrementAndGet();
        run(() -> {
            try {
                leave.run();
            } finally {
                waiting.decrementAndGet();
            }
        });
    }

    /**
     * Is called before a request enters or creates a session: the session is in memory until the store has written it.
     *
     * @throws SessionStoreException if too many sessions wait for a store that is slower than the requests
     */
    void requireRoom() {
        if (waiting.get() >= MAX_WAITING) {
            throw new SessionStoreException(
                    "the store of the sessions is too slow: " + MAX_WAITING + " sessions wait for it", null);
        }
    }

    /** Runs a task again and again, until {@link #close}. */
    void repeat(Duration interval, Runnable task) {
        long millis = interval.toMillis();
        threads.scheduleWithFixedDelay(() -> logFailure(task), millis, millis, TimeUnit.MILLISECONDS);
    }

    private void logFailure(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            failed.write(more -> LOG.error("The store of the sessions failed{}", more, e));
        }
    }

    /** Runs the tasks that were submitted, for at most a few seconds. */
    @Override
    public void close() {
        threads.setContinueExistingPeriodicTasksAfterShutdownPolicy(false);
        threads.shutdown();
        try {
            if (!threads.awaitTermination(2, TimeUnit.SECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

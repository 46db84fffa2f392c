package io.jetalyst.internal.httpsession;

import io.jetalyst.internal.log.RepeatedLine;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the tasks of sessions that may block and that no request waits for. Its threads exist while there are tasks. */
final class SessionWork implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger("io.jetalyst.session");
    private static final int THREADS = 2;
    private static final long LINGER_SECONDS = 10;

    private final ScheduledThreadPoolExecutor threads = new ScheduledThreadPoolExecutor(THREADS, task -> {
        Thread thread = new Thread(task, "jetalyst-session");
        thread.setDaemon(true);
        return thread;
    });

    private final RepeatedLine failed = new RepeatedLine();

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

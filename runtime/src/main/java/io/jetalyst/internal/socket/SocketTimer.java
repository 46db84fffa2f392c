package io.jetalyst.internal.socket;

import io.jetalyst.internal.limit.SocketLimits;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.stream.LongStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The timer of the sockets: one thread checks all sessions periodically, instead of one timer task for each; what is due runs on a few
 * other threads, because it may call a listener. Started with the first session.
 */
final class SocketTimer {
    private static final Logger LOG = LoggerFactory.getLogger("io.jetalyst.socket");
    private static final int WORKERS = 4;

    private final long everyMillis;
    private final ThreadPoolExecutor workers;
    private final ScheduledExecutorService ticker;
    private final LongSupplier nanoTime;
    private boolean started;

    SocketTimer(SocketLimits limits) {
        this(limits, System::nanoTime);
    }

    /** @param nanoTime the time in nanoseconds; tests control it */
    SocketTimer(SocketLimits limits, LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        long shortest = LongStream.of(
                        limits.times().pingAfter().toMillis(),
                        limits.times().deadAfter().toMillis(),
                        limits.times().closeTimeout().toMillis())
                .min()
                .orElseThrow();
        this.everyMillis = Math.max(10, Math.min(1000, shortest / 4));
        this.workers = new ThreadPoolExecutor(
                WORKERS, WORKERS, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), daemons("jetalyst-socket-end"));
        this.workers.allowCoreThreadTimeOut(true);
        this.ticker = Executors.newSingleThreadScheduledExecutor(daemons("jetalyst-socket-clock"));
    }

    synchronized void start(Runnable tick) {
        if (!started && !ticker.isShutdown()) {
            started = true;
            ticker.scheduleWithFixedDelay(() -> logFailure(tick), everyMillis, everyMillis, TimeUnit.MILLISECONDS);
        }
    }

    /** An executor cancels a periodic task that throws. */
    private static void logFailure(Runnable tick) {
        try {
            tick.run();
        } catch (Throwable e) {
            LOG.error("A timer task of the sockets failed", e);
        }
    }

    /** The current time in nanoseconds. */
    long nanoTime() {
        return nanoTime.getAsLong();
    }

    /** Runs a task that does not block on the timer thread, after a delay in nanoseconds. */
    void schedule(long nanos, Runnable task) {
        try {
            ticker.schedule(task, nanos, TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            // The application has shut down and reads no more.
        }
    }

    /** Runs a task that may call a listener; does nothing after {@link #stop}. */
    void execute(Runnable task) {
        try {
            workers.execute(task);
        } catch (RejectedExecutionException e) {
            // The application has shut down; the engine closes the remaining connections.
        }
    }

    /** Stops ticking for good; the workers go on. */
    void stopTicking() {
        ticker.shutdownNow();
    }

    synchronized void stop() {
        ticker.shutdownNow();
        workers.shutdown();
    }

    private static ThreadFactory daemons(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }
}

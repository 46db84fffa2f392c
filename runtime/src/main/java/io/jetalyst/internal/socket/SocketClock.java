package io.jetalyst.internal.socket;

import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The clock of the sockets: one thread looks at all sessions once in a while, instead of one timer for each; what it finds to do runs
 * on a few others, because it may call a listener. Started with the first session.
 */
final class SocketClock {
    private static final Logger LOG = LoggerFactory.getLogger("io.jetalyst.socket");
    private static final int WORKERS = 4;

    private final long everyMillis;
    private final ThreadPoolExecutor workers;
    private final ScheduledExecutorService clock;
    private boolean started;

    SocketClock(SocketLimits limits) {
        long shortest = LongStream.of(
                        limits.pingAfter().toMillis(),
                        limits.deadAfter().toMillis(),
                        limits.closeWithin().toMillis())
                .min()
                .orElseThrow();
        this.everyMillis = Math.max(10, Math.min(1000, shortest / 4));
        this.workers = new ThreadPoolExecutor(
                WORKERS, WORKERS, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), daemons("jetalyst-socket-end"));
        this.workers.allowCoreThreadTimeOut(true);
        this.clock = Executors.newSingleThreadScheduledExecutor(daemons("jetalyst-socket-clock"));
    }

    synchronized void start(Runnable tick) {
        if (!started && !clock.isShutdown()) {
            started = true;
            clock.scheduleWithFixedDelay(() -> survive(tick), everyMillis, everyMillis, TimeUnit.MILLISECONDS);
        }
    }

    /** What a clock throws ends it, as a rule. */
    private static void survive(Runnable tick) {
        try {
            tick.run();
        } catch (Throwable thrown) {
            LOG.error("The clock of the sockets has missed a beat", thrown);
        }
    }

    /** Has something done by the clock's own thread, in so many nanoseconds; it must not block. */
    void later(long nanos, Runnable task) {
        try {
            clock.schedule(task, nanos, TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException stopped) {
            // The application is down, and reads no more.
        }
    }

    /** Runs what may call a listener; nothing after {@link #stop}. */
    void execute(Runnable task) {
        try {
            workers.execute(task);
        } catch (RejectedExecutionException stopped) {
            // The application is down; the engine cuts what is left.
        }
    }

    /** The clock stands still, for good. */
    void stand() {
        clock.shutdownNow();
    }

    synchronized void stop() {
        clock.shutdownNow();
        workers.shutdown();
    }

    static ThreadFactory daemons(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }
}

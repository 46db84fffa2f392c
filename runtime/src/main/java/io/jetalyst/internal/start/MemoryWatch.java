package io.jetalyst.internal.start;

import io.jetalyst.engine.Rejections;
import io.jetalyst.engine.RunningEngine;
import io.jetalyst.engine.ServerLimit;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends a process that still listens, but does not answer, because its heap was exhausted: an {@link OutOfMemoryError} may have ended a thread
 * that reads from connections. After each one, and while little of the heap is free, the watch probes the server.
 */
public final class MemoryWatch {
    private static final Logger LOG = LoggerFactory.getLogger("io.jetalyst.start");
    private static final Duration PERIOD = Duration.ofSeconds(1);
    private static final Duration RETRY = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /** The part of the heap that is free in ordinary times. */
    private static final int FREE_DIVISOR = 10;

    private final RunningEngine engine;
    private final Rejections rejections;
    private final Runnable exit;
    /** Guarded by this. */
    private boolean stopped;

    /** @param exit ends the process; called once */
    public MemoryWatch(RunningEngine engine, Rejections rejections, Runnable exit) {
        this.engine = engine;
        this.rejections = rejections;
        this.exit = exit;
    }

    /** Begins to watch, on a thread of its own, which needs no other thread and little memory. */
    public void start() {
        Thread thread = new Thread(this::watch, "jetalyst-memory");
        thread.setDaemon(true);
        thread.start();
    }

    /** Ends the watch: the application stops, and its server answers no probe after that. */
    public synchronized void stop() {
        stopped = true;
        notifyAll();
    }

    private synchronized boolean isStopped() {
        return stopped;
    }

    /**
     * Waits until the watch is stopped, for this time at most. A monitor needs no memory for that, unlike the classes of {@code java.util.concurrent}.
     * Returns whether the watch is stopped.
     */
    private synchronized boolean awaitStop(Duration time) throws InterruptedException {
        if (!stopped) {
            wait(time.toMillis()); // one that ends too early causes a probe too early
        }
        return stopped;
    }

    private void watch() {
        long known = 0;
        while (true) {
            try {
                if (awaitStop(PERIOD)) {
                    return;
                }
                long errors = rejections.count(ServerLimit.HEAP);
                if ((errors > known || isNearlyFull()) && !isAnswering() && !isStopped()) {
                    end();
                    return;
                }
                known = errors;
            } catch (InterruptedException stopping) {
                return;
            } catch (RuntimeException | OutOfMemoryError full) {
                known = -1; // look again
            }
        }
    }

    private static boolean isNearlyFull() {
        Runtime runtime = Runtime.getRuntime();
        long used = runtime.totalMemory() - runtime.freeMemory();
        return runtime.maxMemory() - used < runtime.maxMemory() / FREE_DIVISOR;
    }

    /** Probes until a probe completes, or the watch is stopped. Returns whether one has completed. */
    private boolean isAnswering() throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        for (long left = PATIENCE.toNanos(); left > 0; left = deadline - System.nanoTime()) {
            try {
                engine.probe().toCompletableFuture().get(left, TimeUnit.NANOSECONDS);
                return true;
            } catch (ExecutionException | TimeoutException | RuntimeException | OutOfMemoryError failed) {
                if (awaitStop(RETRY)) {
                    return false;
                }
            }
        }
        return false;
    }

    private void end() {
        try {
            LOG.error("The heap is exhausted, and the server does not answer: the process ends."
                    + " Start it with -XX:+ExitOnOutOfMemoryError, and raise its memory (-Xmx, MaxRAMPercentage)");
        } finally {
            exit.run();
        }
    }
}

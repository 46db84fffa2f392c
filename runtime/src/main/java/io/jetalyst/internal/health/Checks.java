package io.jetalyst.internal.health;

import io.jetalyst.health.HealthCheck;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The checks of an application. A result is kept for a second, so that requests, however many, cost no more than one run of the checks in
 * that time. Safe for all threads.
 */
public final class Checks {
    private static final Duration DEADLINE = Duration.ofSeconds(2);
    private static final Duration KEPT = Duration.ofSeconds(1);

    private final List<RunningCheck> checks;
    private final long keptNanos;
    private @Nullable CompletableFuture<List<CheckResult>> last;
    private long lastNanos;

    /** Each bound instance that is a check. */
    public Checks(Collection<?> instances) {
        this(instances, DEADLINE, KEPT);
    }

    Checks(Collection<?> instances, Duration deadline, Duration kept) {
        List<HealthCheck> found = instances.stream()
                .filter(HealthCheck.class::isInstance)
                .map(HealthCheck.class::cast)
                .distinct()
                .toList();
        // Without a bound: a thread whose call has returned is not idle yet when the next call begins. Each check has
        // one call at a time.
        ThreadPoolExecutor threads = new ThreadPoolExecutor(
                0, Integer.MAX_VALUE, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), Checks::daemon);
        this.checks = found.stream()
                .map(check -> new RunningCheck(check, threads, deadline))
                .toList();
        this.keptNanos = kept.toNanos();
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "jetalyst-health");
        thread.setDaemon(true);
        return thread;
    }

    /** The results, in the order in which the checks were bound; within the deadline. */
    synchronized CompletableFuture<List<CheckResult>> results() {
        CompletableFuture<List<CheckResult>> known = last;
        if (known != null && (!known.isDone() || System.nanoTime() - lastNanos < keptNanos)) {
            return known;
        }
        List<CompletableFuture<CheckResult>> running =
                checks.stream().map(RunningCheck::result).toList();
        CompletableFuture<List<CheckResult>> all = CompletableFuture.allOf(running.toArray(CompletableFuture[]::new))
                .thenApply(done -> running.stream().map(CompletableFuture::join).toList());
        last = all;
        lastNanos = System.nanoTime();
        return all;
    }
}

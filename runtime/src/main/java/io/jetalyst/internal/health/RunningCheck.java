package io.jetalyst.internal.health;

import io.jetalyst.health.Health;
import io.jetalyst.health.HealthCheck;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One check of the application. It is called once at a time, also if requests come while the last call has not returned. */
final class RunningCheck {
    private static final Logger LOG = LoggerFactory.getLogger("io.jetalyst.health");

    private final HealthCheck check;
    private final String name;
    private final Executor threads;
    private final Duration deadline;
    private CompletableFuture<Health> last = CompletableFuture.completedFuture(Health.up());
    private long begunNanos;
    private volatile boolean wasUp = true;

    /** @param threads begins each task at once */
    RunningCheck(HealthCheck check, Executor threads, Duration deadline) {
        this.check = check;
        this.name =
                String.valueOf(check.name()); // read once: it could throw later, while a request waits for the result
        this.threads = threads;
        this.deadline = deadline;
    }

    /**
     * The result of the check. If the call does not return before the deadline, the check is down until it returns, and is not called
     * again. Used by one thread at a time.
     */
    CompletableFuture<CheckResult> result() {
        if (last.isDone()) {
            CompletableFuture<Health> begun = new CompletableFuture<>();
            begunNanos = System.nanoTime();
            threads.execute(() -> begun.complete(call()));
            last = begun;
        }
        Health late = Health.down("The check has not returned within " + deadline.toMillis() + " ms.");
        long left = deadline.toNanos() - (System.nanoTime() - begunNanos);
        CompletableFuture<Health> health = left > 0
                ? last.copy().completeOnTimeout(late, left, TimeUnit.NANOSECONDS)
                : CompletableFuture.completedFuture(last.getNow(late));
        return health.thenApply(this::logged);
    }

    private Health call() {
        try {
            Health health = check.check();
            return health == null ? Health.down("The check returned null.") : health;
        } catch (Throwable failure) {
            return Health.down(failure.toString());
        }
    }

    private CheckResult logged(Health health) {
        if (health instanceof Health.Down down && wasUp) {
            wasUp = false;
            LOG.warn("The health check {} is down: {}", name, down.reason());
        } else if (health instanceof Health.Up && !wasUp) {
            wasUp = true;
            LOG.info("The health check {} is up again", name);
        }
        return new CheckResult(name, health);
    }
}

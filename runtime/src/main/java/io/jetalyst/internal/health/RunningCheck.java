package io.jetalyst.internal.health;

import io.jetalyst.health.Health;
import io.jetalyst.health.HealthCheck;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One check of the application, which runs once at a time. It is called by one thread at a time. */
final class RunningCheck {
    private static final Logger LOG = LoggerFactory.getLogger("io.jetalyst.health");

    private final HealthCheck check;
    private final Executor threads;
    private final Duration deadline;
    private @Nullable CompletableFuture<Health> last;
    private volatile boolean wasUp = true;

    RunningCheck(HealthCheck check, Executor threads, Duration deadline) {
        this.check = check;
        this.threads = threads;
        this.deadline = deadline;
    }

    /** The result of the check, or of its deadline. If the last call has not returned, it is the result of that call. */
    CompletableFuture<CheckResult> result() {
        CompletableFuture<Health> running = last;
        if (running == null || running.isDone()) {
            CompletableFuture<Health> begun = new CompletableFuture<>();
            threads.execute(() -> begun.complete(call()));
            running = begun;
            last = begun;
        }
        return running.copy()
                .completeOnTimeout(
                        Health.down("The check has not returned within " + deadline.toMillis() + " ms."),
                        deadline.toNanos(),
                        TimeUnit.NANOSECONDS)
                .thenApply(this::logged);
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
            LOG.warn("The health check {} is down: {}", check.name(), down.reason());
        } else if (health instanceof Health.Up && !wasUp) {
            wasUp = true;
            LOG.info("The health check {} is up again", check.name());
        }
        return new CheckResult(check.name(), health);
    }
}

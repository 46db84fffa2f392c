package io.jetalyst.internal.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.health.Health;
import io.jetalyst.health.HealthCheck;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ChecksTest {
    private interface Call {
        Health call() throws Exception;
    }

    private record Named(String name, Call call) implements HealthCheck {
        @Override
        public Health check() throws Exception {
            return call.call();
        }
    }

    private static List<CheckResult> results(Checks checks)
            throws InterruptedException, ExecutionException, TimeoutException {
        return checks.results().get(10, TimeUnit.SECONDS);
    }

    private static Checks checks(Duration kept, HealthCheck... checks) {
        return new Checks(List.of((Object[]) checks), Duration.ofSeconds(10), kept);
    }

    @Test
    void callsACheckOnceForAllRequestsOfItsTime() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        Checks kept = checks(Duration.ofHours(1), new Named("a", () -> {
            calls.incrementAndGet();
            return Health.up();
        }));
        for (int i = 0; i < 1000; i++) {
            assertTrue(results(kept).get(0).isUp());
        }
        assertEquals(1, calls.get());
    }

    @Test
    void callsACheckAgainAfterItsTime() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        Checks fresh = checks(
                Duration.ZERO, new Named("a", () -> calls.incrementAndGet() == 1 ? Health.down("once") : Health.up()));
        assertEquals(List.of(new CheckResult("a", Health.down("once"))), results(fresh));
        assertEquals(List.of(new CheckResult("a", Health.up())), results(fresh));
    }

    @Test
    void isDownIfItThrowsOrReturnsNull() throws Exception {
        Checks failing = checks(
                Duration.ZERO,
                new Named("a", () -> {
                    throw new IllegalStateException("no database");
                }),
                new Named("b", () -> null));
        assertEquals(
                List.of(
                        new CheckResult("a", Health.down("java.lang.IllegalStateException: no database")),
                        new CheckResult("b", Health.down("The check returned null."))),
                results(failing));
    }

    @Test
    void callsACheckAgainWhileTheThreadOfTheLastCallPassesItsResultOn() throws Exception {
        CountDownLatch requested = new CountDownLatch(1);
        CountDownLatch passing = new CountDownLatch(1);
        CountDownLatch passedOn = new CountDownLatch(1);
        Checks fresh = checks(Duration.ZERO, new Named("a", () -> {
            requested.await();
            return Health.up();
        }));
        CompletableFuture<List<CheckResult>> first = fresh.results();
        CompletableFuture<Void> slow = first.thenAccept(results -> {
            passing.countDown();
            awaitQuietly(passedOn);
        });
        requested.countDown();
        try {
            assertTrue(passing.await(10, TimeUnit.SECONDS));
            assertTrue(results(fresh).get(0).isUp());
        } finally {
            passedOn.countDown();
            slow.get(10, TimeUnit.SECONDS);
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void isDownWithoutAWaitWhileACallHangs() throws Exception {
        CountDownLatch called = new CountDownLatch(1);
        CountDownLatch returns = new CountDownLatch(1);
        AtomicInteger calls = new AtomicInteger();
        HealthCheck hanging = new Named("a", () -> {
            calls.incrementAndGet();
            called.countDown();
            returns.await();
            return Health.up();
        });
        Checks checks = new Checks(List.of(hanging), Duration.ofMillis(1), Duration.ZERO);
        Health down = Health.down("The check has not returned within 1 ms.");
        assertEquals(List.of(new CheckResult("a", down)), results(checks));
        CompletableFuture<List<CheckResult>> second = checks.results();
        assertTrue(second.isDone());
        assertEquals(List.of(new CheckResult("a", down)), second.join());
        assertTrue(called.await(10, TimeUnit.SECONDS));
        assertEquals(1, calls.get());
        returns.countDown();
    }
}

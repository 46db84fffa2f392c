package io.jetalyst.internal.systemd;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class WatchdogTest {
    @Test
    void expectsASignAtHalfOfTheTimeOfThisProcess() {
        assertEquals(Duration.ofSeconds(15), Watchdog.interval(Map.of("WATCHDOG_USEC", "30000000"), 7));
        assertEquals(
                Duration.ofSeconds(15), Watchdog.interval(Map.of("WATCHDOG_USEC", "30000000", "WATCHDOG_PID", "7"), 7));
        assertEquals(Duration.ZERO, Watchdog.interval(Map.of("WATCHDOG_USEC", "30000000", "WATCHDOG_PID", "8"), 7));
        assertEquals(Duration.ZERO, Watchdog.interval(Map.of("WATCHDOG_USEC", "soon"), 7));
        assertEquals(Duration.ZERO, Watchdog.interval(Map.of(), 7));
    }

    @Test
    void sendsOneSignForEachAnswer() throws Exception {
        BlockingQueue<CompletableFuture<Void>> probes = new LinkedBlockingQueue<>();
        BlockingQueue<String> signs = new LinkedBlockingQueue<>();
        Watchdog watchdog = new Watchdog(
                Duration.ofMillis(1),
                () -> {
                    CompletableFuture<Void> probe = new CompletableFuture<>();
                    probes.add(probe);
                    return probe;
                },
                () -> signs.add("sign"));
        watchdog.start();
        for (int i = 0; i < 3; i++) {
            CompletableFuture<Void> probe = probes.take();
            assertEquals(0, signs.size());
            probe.complete(null);
            assertEquals("sign", signs.take());
        }
    }

    @Test
    void probesAgainAfterAProbeThatFailed() throws Exception {
        Queue<Supplier<CompletionStage<Void>>> probes = new ConcurrentLinkedQueue<>(List.of(
                () -> {
                    throw new IllegalStateException("expected by this test");
                },
                () -> CompletableFuture.failedStage(new IllegalStateException("expected by this test")),
                () -> CompletableFuture.completedStage(null)));
        BlockingQueue<Integer> signs = new LinkedBlockingQueue<>();
        Watchdog watchdog = new Watchdog(
                Duration.ofMillis(1),
                () -> probes.isEmpty()
                        ? new CompletableFuture<>()
                        : probes.remove().get(),
                () -> signs.add(probes.size()));
        watchdog.start();
        assertEquals(0, signs.take());
    }
}

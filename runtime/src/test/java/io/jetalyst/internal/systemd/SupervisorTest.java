package io.jetalyst.internal.systemd;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SupervisorTest {
    @Test
    void doesNotWaitForAServiceManagerThatHangs() throws Exception {
        CountDownLatch called = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        Supervisor supervisor = new Supervisor(
                state -> {
                    called.countDown();
                    await(never);
                },
                Duration.ZERO);
        supervisor.stopping("Stopping", Duration.ofSeconds(1));
        assertTrue(called.await(30, TimeUnit.SECONDS));
        never.countDown();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

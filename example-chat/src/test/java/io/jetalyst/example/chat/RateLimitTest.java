package io.jetalyst.example.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RateLimitTest {
    private long now = Long.MAX_VALUE - 5; // nanoTime may wrap
    private final RateLimit limit = new RateLimit(3, 2, () -> now);

    @Test
    void grantsABurstAndThenARate() {
        assertEquals(3, takeAll());
        pass(Duration.ofMillis(499));
        assertFalse(limit.take());
        pass(Duration.ofMillis(1));
        assertTrue(limit.take());
        assertFalse(limit.take());
        pass(Duration.ofSeconds(1));
        assertEquals(2, takeAll());
    }

    @Test
    void savesNoMoreThanABurst() {
        takeAll();
        pass(Duration.ofDays(365));
        assertEquals(3, takeAll());
    }

    private int takeAll() {
        int taken = 0;
        while (limit.take()) {
            taken++;
        }
        return taken;
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }
}

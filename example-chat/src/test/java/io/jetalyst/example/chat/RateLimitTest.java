package io.jetalyst.example.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RateLimitTest {
    @ParameterizedTest
    @ValueSource(longs = {0, Long.MAX_VALUE - 5, -7})
    void allowsABurstAndThenOneEachInterval(long start) {
        AtomicLong now = new AtomicLong(start);
        RateLimit limit = new RateLimit(3, Duration.ofSeconds(10), now::get);
        assertEquals(3, allowed(limit));
        now.addAndGet(Duration.ofSeconds(9).toNanos());
        assertEquals(0, allowed(limit));
        now.addAndGet(Duration.ofSeconds(1).toNanos());
        assertEquals(1, allowed(limit));
        now.addAndGet(Duration.ofSeconds(25).toNanos());
        assertEquals(2, allowed(limit));
    }

    @Test
    void allowsNoMoreThanABurstAfterALongTime() {
        AtomicLong now = new AtomicLong();
        RateLimit limit = new RateLimit(3, Duration.ofSeconds(10), now::get);
        now.addAndGet(Duration.ofDays(1).toNanos());
        assertEquals(3, allowed(limit));
    }

    private static long allowed(RateLimit limit) {
        return IntStream.range(0, 10).filter(attempt -> limit.allows()).count();
    }
}

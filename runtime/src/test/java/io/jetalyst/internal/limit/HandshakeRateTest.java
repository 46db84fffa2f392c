package io.jetalyst.internal.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jetalyst.engine.Rejections;
import io.jetalyst.engine.ServerLimit;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class HandshakeRateTest {
    private static final int RATE = 100;

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 10); // the clock may overflow
    private final Rejections rejections = new Rejections();
    private final HandshakeRate rate = new HandshakeRate(RATE, rejections, now::get);

    private int admitted(int attempts) {
        int count = 0;
        for (int i = 0; i < attempts; i++) {
            count += rate.admit() ? 1 : 0;
        }
        return count;
    }

    @Test
    void admitsAsManyAtOnceAsInASecondAndThenTheRate() {
        assertEquals(RATE, admitted(1000));
        assertEquals(0, admitted(1000));
        for (int i = 0; i < 10; i++) {
            now.addAndGet(TimeUnit.MILLISECONDS.toNanos(100));
            assertEquals(RATE / 10, admitted(1000));
        }
        now.addAndGet(TimeUnit.HOURS.toNanos(1));
        assertEquals(RATE, admitted(1000));
    }

    @Test
    void countsTheOthers() {
        admitted(RATE + 7);
        assertEquals(7, rejections.count(ServerLimit.HANDSHAKES));
    }
}

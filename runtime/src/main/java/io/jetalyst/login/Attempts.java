package io.jetalyst.login;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Counts attempts by key. Each key has a number of attempts at first, and one more after each interval. The table has a bounded number of keys, and drops
 * the one that was used least recently. Safe for all threads.
 */
final class Attempts {
    private static final int MAX_KEYS = 10_000;

    private final long interval;
    private final long allowance;
    private final LongSupplier nanoTime;
    /** When all attempts of a key are available again. Guarded by this. */
    private final Map<String, Long> freeAt = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > MAX_KEYS;
        }
    };

    /**
     * @param attempts the number of attempts of a key that has made none, at least 1
     * @param nanoTime the clock
     */
    Attempts(int attempts, long intervalSeconds, LongSupplier nanoTime) {
        this.interval = TimeUnit.SECONDS.toNanos(intervalSeconds);
        this.allowance = attempts * interval;
        this.nanoTime = nanoTime;
    }

    /** Takes one attempt of a key. Returns 0, or the number of seconds until the key has one again. */
    synchronized long take(String key) {
        long now = nanoTime.getAsLong();
        long after = Math.max(freeAt.getOrDefault(key, now) - now, 0) + interval;
        if (after > allowance) {
            return TimeUnit.NANOSECONDS.toSeconds(after - allowance - 1) + 1;
        }
        freeAt.put(key, now + after);
        return 0;
    }

    /** Returns one attempt that was taken. */
    synchronized void restore(String key) {
        freeAt.computeIfPresent(key, (any, time) -> time - interval);
    }

    synchronized int size() {
        return freeAt.size();
    }
}

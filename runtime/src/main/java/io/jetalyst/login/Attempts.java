package io.jetalyst.login;

import io.jetalyst.http.HttpProblem;
import io.jetalyst.http.Status;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Limits attempts for each key, such as a name; {@link AddressAttempts} limits those of a client. A key has a number of attempts at first, and one more
 * after each interval. The table has at most 10,000 keys, and drops the one that was used least recently. Safe for all threads.
 *
 * <pre>{@code
 * Attempts invitations = new Attempts(10, Duration.ofMinutes(6));
 *
 * invitations.require(identity.name(), "Too many invitations were sent.");
 * }</pre>
 */
public final class Attempts {
    /** The largest number of attempts of a key. */
    public static final int MAX_ATTEMPTS = 10_000;

    private static final Duration MIN_INTERVAL = Duration.ofMillis(1);
    private static final Duration MAX_INTERVAL = Duration.ofDays(1);

    private final long interval;
    private final long allowance;
    private final LongSupplier nanoTime;
    /** When all attempts of a key are available again. Guarded by this. */
    private final Map<String, Long> freeAt = new RecentKeys<>();

    /**
     * @param attempts the number of attempts of a key that has made none
     * @param interval the time after which the key has one more
     * @throws IllegalArgumentException if the attempts are not 1 to 10,000, or the interval is not 1 millisecond to 1 day
     */
    public Attempts(int attempts, Duration interval) {
        this(attempts, interval, System::nanoTime);
    }

    Attempts(int attempts, Duration interval, LongSupplier nanoTime) {
        if (attempts < 1 || attempts > MAX_ATTEMPTS) {
            throw new IllegalArgumentException("1 to " + MAX_ATTEMPTS + " attempts are possible, not " + attempts);
        }
        if (interval.compareTo(MIN_INTERVAL) < 0 || interval.compareTo(MAX_INTERVAL) > 0) {
            throw new IllegalArgumentException(
                    "the interval of attempts is at least 1 millisecond and at most 1 day: " + interval);
        }
        this.interval = interval.toNanos();
        this.allowance = attempts * this.interval;
        this.nanoTime = nanoTime;
    }

    /**
     * Takes one attempt of a key.
     *
     * @param detail of the problem
     * @throws HttpProblem 429 with {@code Retry-After} if the key has no attempt
     */
    public void require(String key, String detail) {
        long seconds = take(key);
        if (seconds > 0) {
            throw tooMany(seconds, detail);
        }
    }

    /** 429 for a client that has no attempt for so many seconds. */
    static HttpProblem tooMany(long seconds, String detail) {
        return HttpProblem.of(Status.TOO_MANY_REQUESTS, detail).header("Retry-After", Long.toString(seconds));
    }

    /** Takes one attempt of a key. Returns 0, or the number of seconds until the key has one again. */
    public synchronized long take(String key) {
        long now = nanoTime.getAsLong();
        long after = Math.max(freeAt.getOrDefault(key, now) - now, 0) + interval;
        if (after > allowance) {
            return TimeUnit.NANOSECONDS.toSeconds(after - allowance - 1) + 1;
        }
        freeAt.put(key, now + after);
        return 0;
    }

    /** Returns one attempt that was taken. */
    public synchronized void restore(String key) {
        freeAt.computeIfPresent(key, (any, time) -> time - interval);
    }

    /** The number of keys in the table. */
    synchronized int size() {
        return freeAt.size();
    }
}

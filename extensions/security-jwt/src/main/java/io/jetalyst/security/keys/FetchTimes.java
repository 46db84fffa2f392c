package io.jetalyst.security.keys;

import java.time.Duration;

/**
 * The times of something that is fetched.
 *
 * @param lifetime the age after which it is fetched again in the background
 * @param maxAge the age after which the old value is no longer used, if the issuer cannot be reached
 * @param interval the least time between two fetches because a request needs a newer one
 */
public record FetchTimes(Duration lifetime, Duration maxAge, Duration interval) {
    private static final Duration MIN_LIFETIME = Duration.ofMillis(10);
    private static final Duration MAX = Duration.ofDays(3650);

    /** 10 minutes, 6 hours and 30 seconds. */
    public static final FetchTimes DEFAULT =
            new FetchTimes(Duration.ofMinutes(10), Duration.ofHours(6), Duration.ofSeconds(30));

    public FetchTimes {
        if (lifetime.compareTo(MIN_LIFETIME) < 0) {
            throw new IllegalArgumentException("the lifetime of keys is at least 10 milliseconds: " + lifetime);
        }
        for (Duration time : new Duration[] {lifetime, maxAge, interval}) {
            if (time.isNegative() || time.compareTo(MAX) > 0) {
                throw new IllegalArgumentException("the times of keys are 0 to 3650 days: " + time);
            }
        }
    }
}

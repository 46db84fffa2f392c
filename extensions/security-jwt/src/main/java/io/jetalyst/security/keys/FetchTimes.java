package io.jetalyst.security.keys;

import java.time.Duration;

/**
 * The times of something that is fetched.
 *
 * @param lifetime the age after which it is fetched again in the background
 * @param maxAge the age after which the old one counts no longer, if the issuer cannot be reached
 * @param interval the least time between two fetches because a request needs a newer one
 */
public record FetchTimes(Duration lifetime, Duration maxAge, Duration interval) {
    /** 10 minutes, 6 hours and 30 seconds. */
    public static final FetchTimes DEFAULT =
            new FetchTimes(Duration.ofMinutes(10), Duration.ofHours(6), Duration.ofSeconds(30));
}

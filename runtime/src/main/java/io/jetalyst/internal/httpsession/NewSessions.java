package io.jetalyst.internal.httpsession;

import io.jetalyst.http.HttpProblem;
import io.jetalyst.http.Request;
import io.jetalyst.login.AddressAttempts;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Limits the sessions that the clients of one address create, so that they cannot create all sessions that the store may have. Safe for all threads. */
final class NewSessions {
    private static final Duration PERIOD = Duration.ofHours(1);

    /** {@code null} without a limit. */
    private final @Nullable AddressAttempts attempts;

    /** @param maxPerAddress the sessions of one address at once, and again in each hour; 0 for no limit */
    NewSessions(int maxPerAddress) {
        attempts = maxPerAddress == 0 ? null : new AddressAttempts(maxPerAddress, PERIOD.dividedBy(maxPerAddress));
    }

    /**
     * Counts a session that the client of this request is about to create.
     *
     * @throws HttpProblem 429 with {@code Retry-After} if the clients of its address have created too many
     */
    void count(Request request) {
        if (attempts != null) {
            attempts.require(
                    request.remoteAddress(),
                    "Too many sessions were created from this address. Please try again later.");
        }
    }
}

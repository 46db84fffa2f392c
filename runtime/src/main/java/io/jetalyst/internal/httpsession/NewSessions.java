package io.jetalyst.internal.httpsession;

import io.jetalyst.http.HttpProblem;
import io.jetalyst.http.Request;
import io.jetalyst.http.Status;
import io.jetalyst.login.Attempts;
import io.jetalyst.login.ClientNetwork;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Limits the sessions that the clients of one address create, so that they cannot create all sessions that the store may have. Safe for all
 * threads.
 */
final class NewSessions {
    private static final Duration PERIOD = Duration.ofHours(1);

    /** {@code null} without a limit. */
    private final @Nullable Attempts ofAddresses;

    /** @param maxPerAddress the sessions of one address at once, and again in each hour; 0 for no limit */
    NewSessions(int maxPerAddress) {
        ofAddresses = maxPerAddress == 0
                ? null
                : new Attempts(maxPerAddress, PERIOD.dividedBy(maxPerAddress), System::nanoTime);
    }

    /**
     * Counts a session that the client of this request is about to create.
     *
     * @throws HttpProblem 429 with {@code Retry-After} if the clients of its address have created too many
     */
    void count(Request request) {
        long seconds = ofAddresses == null ? 0 : ofAddresses.take(ClientNetwork.of(request.remoteAddress()));
        if (seconds > 0) {
            throw HttpProblem.of(
                            Status.TOO_MANY_REQUESTS,
                            "Too many sessions were created from this address. Please try again later.")
                    .header("Retry-After", Long.toString(seconds));
        }
    }
}

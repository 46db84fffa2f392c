package io.jetalyst.testkit.tests.login;

import io.jetalyst.http.HttpProblem;
import io.jetalyst.http.Request;
import io.jetalyst.http.Status;
import io.jetalyst.login.Attempts;
import io.jetalyst.login.ClientNetwork;
import java.time.Duration;

/** Limits the registrations of an address. */
final class RegistrationLimit {
    private final Attempts registrations = new Attempts(10, Duration.ofMinutes(6), System::nanoTime);

    /** Ten at once, and then ten in an hour. */
    void check(Request request) {
        long seconds = registrations.take(ClientNetwork.of(request.remoteAddress()));
        if (seconds > 0) {
            throw HttpProblem.of(Status.TOO_MANY_REQUESTS, "Too many users register from this address.")
                    .header("Retry-After", Long.toString(seconds));
        }
    }
}

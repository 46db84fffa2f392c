package io.jetalyst.testkit.tests.http;

import io.jetalyst.annotation.ErrorHandlers;
import io.jetalyst.annotation.OnError;
import io.jetalyst.http.Reply;
import io.jetalyst.http.Status;
import java.net.ConnectException;

/** Handles the exceptions of all controllers. */
@ErrorHandlers
final class UnreachableHandlers {
    @OnError(ConnectException.class)
    Reply<String> unreachable() {
        return Reply.of(Status.SERVICE_UNAVAILABLE, "The database is not reachable.")
                .header("Retry-After", "30");
    }
}

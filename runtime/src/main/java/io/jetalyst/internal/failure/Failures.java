package io.jetalyst.internal.failure;

import io.jetalyst.http.HttpProblem;
import io.jetalyst.http.Request;
import io.jetalyst.http.Response;
import io.jetalyst.http.Status;
import io.jetalyst.internal.log.LogText;
import io.jetalyst.route.Route;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Maps an exception to a response. An {@code HttpProblem} is sent as it is; anything else becomes a 500 whose body contains only the id
 * under which the exception was logged.
 */
public final class Failures {
    private static final Logger LOG = LoggerFactory.getLogger("io.jetalyst.failures");

    static {
        // The classes behind it are loaded at the start: when memory is exhausted, they could not be, and never again.
        UUID.randomUUID();
    }

    private Failures() {}

    public static Response answer(Throwable thrown, Request request) {
        Throwable failure = Causes.unwrap(thrown);
        if (failure instanceof HttpProblem problem) {
            return ProblemResponse.of(problem, request, "");
        }
        if (failure instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
        String id = UUID.randomUUID().toString();
        log(failure, request, id);
        HttpProblem problem =
                HttpProblem.of(Status.INTERNAL_SERVER_ERROR, "The server failed to process this request.");
        return ProblemResponse.of(problem, request, "urn:uuid:" + id);
    }

    /** 503 for a request whose response did not come in time. */
    public static Response late(Request request, Optional<Route> route) {
        LOG.warn(
                "{} {} was not answered in time: {}",
                LogText.of(request.method()),
                LogText.of(request.path()),
                route.map(Route::handler).orElse("no route"));
        return ProblemResponse.of(
                HttpProblem.of(Status.SERVICE_UNAVAILABLE, "The server did not answer this request in time."),
                request,
                "");
    }

    private static void log(Throwable failure, Request request, String id) {
        String method = LogText.of(request.method());
        String path = LogText.of(request.path());
        try {
            LOG.error("{} {} failed, answered as {}", method, path, id, failure);
        } catch (RuntimeException | StackOverflowError unprintable) {
            LOG.error("{} {} failed, answered as {}, with an unprintable {}", method, path, id, failure.getClass());
        }
    }
}

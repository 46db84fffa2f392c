package io.jetalyst.internal.failure;

import io.jetalyst.http.HttpProblem;
import io.jetalyst.http.Request;
import io.jetalyst.http.Response;
import io.jetalyst.http.Status;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a client hears of an exception: a problem as it says, of anything else only a name under which the log has it. */
public final class Failures {
    private static final Logger LOG = LoggerFactory.getLogger("io.jetalyst.failures");

    private Failures() {}

    public static Response answer(Throwable thrown, Request request) {
        Throwable failure =
                thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
        if (failure instanceof HttpProblem problem) {
            return ProblemResponse.of(problem, request, "");
        }
        if (failure instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
        String id = UUID.randomUUID().toString();
        log(failure, request, id);
        HttpProblem problem = HttpProblem.of(Status.INTERNAL_SERVER_ERROR, "The server failed to answer this request.");
        return ProblemResponse.of(problem, request, "urn:uuid:" + id);
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

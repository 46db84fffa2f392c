package io.jetalyst.internal.pipeline;

import io.jetalyst.http.Deferred;
import io.jetalyst.http.HttpProblem;
import io.jetalyst.http.Response;
import io.jetalyst.http.Result;
import io.jetalyst.internal.failure.ErrorHandlers;
import io.jetalyst.internal.failure.Failures;
import io.jetalyst.internal.router.Match;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Makes a result of an exception: calls the nearest method that handles it, or else answers with its problem document or page. */
final class Recovery {
    private final ErrorHandlers errors;
    private final Failures failures;
    private final JsonBodies json;

    /** @param errors the methods that handle the exceptions of all controllers and filters */
    Recovery(ErrorHandlers errors, Failures failures, JsonBodies json) {
        this.errors = errors;
        this.failures = failures;
        this.json = json;
    }

    /**
     * The result for an exception.
     *
     * @param ofController whether the controller threw it, whose own methods come first then
     * @param here whether a method that may block may run on this thread
     */
    Result recover(RequestRun run, Throwable thrown, boolean ofController, boolean here) {
        Throwable failure = Failures.cause(thrown);
        ErrorHandlers.Bound handler = handler(run, failure, ofController);
        if (handler == null) {
            return failures.answer(failure, run);
        }
        if (here || handler.handler().isNonBlocking()) {
            return call(handler, run, failure);
        }
        CompletableFuture<Response> recovered = new CompletableFuture<>();
        try {
            run.execute(() -> ResultStage.complete(recovered, () -> call(handler, run, failure)));
        } catch (HttpProblem busy) {
            return failures.answer(busy, run);
        }
        return new Deferred(recovered);
    }

    private ErrorHandlers.@Nullable Bound handler(RequestRun run, Throwable failure, boolean ofController) {
        Match.Found found = run.found();
        ErrorHandlers.Bound own =
                ofController && found != null ? found.route().errors().find(failure) : null;
        return own == null ? errors.find(failure) : own;
    }

    /** The result of the method; the plain response if the method fails, too. */
    private Result call(ErrorHandlers.Bound handler, RequestRun run, Throwable failure) {
        try {
            Result result = handler.invoker().recover(handler.index(), failure, run);
            return result instanceof Deferred deferred
                    ? new Deferred(deferred.response()
                            .thenApply(json::encode)
                            .exceptionally(again -> fail(run, again, failure)))
                    : json.encode((Response) result);
        } catch (Throwable again) {
            return fail(run, again, failure);
        }
    }

    private Response fail(RequestRun run, Throwable thrown, Throwable handled) {
        Throwable again = Failures.cause(thrown);
        if (again != handled) {
            again.addSuppressed(handled); // so that the log shows both
        }
        return failures.answer(again, run);
    }
}

package io.jetalyst.internal.pipeline;

import io.jetalyst.http.HeaderField;
import io.jetalyst.http.Response;
import io.jetalyst.internal.failure.Failures;
import io.jetalyst.internal.router.Match;
import io.jetalyst.route.Route;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns the response that the filters have returned into the one that the engine sends. */
final class ResponsePreparation {
    private final ResponseCompletion completion;
    private final EndlessResponses endless;
    private final BrowserFields headers;
    private final Failures failures;

    ResponsePreparation(
            ResponseCompletion completion, EndlessResponses endless, BrowserFields headers, Failures failures) {
        this.completion = completion;
        this.endless = endless;
        this.headers = headers;
        this.failures = failures;
    }

    /** The response as the engine sends it. If it cannot be made, this method closes the given one. */
    Response prepare(RequestRun run, Response response) {
        Response completed = response;
        try {
            completed = completion.complete(run.request(), routeOf(run), response);
            return endless.track(completed, run);
        } catch (RuntimeException | Error failure) {
            close(completed, failure);
            throw failure;
        }
    }

    private static void close(Response response, Throwable failure) {
        try {
            response.close();
        } catch (RuntimeException again) {
            failure.addSuppressed(again);
        }
    }

    /** As {@link #prepare}, or the response to its failure: without one, the exchange would never end. */
    Response prepareOrFail(RequestRun run, Response response) {
        try {
            return prepare(run, response);
        } catch (RuntimeException | Error failure) {
            return failed(run, failure);
        }
    }

    /** The response to a failure after all filters. */
    Response failed(RequestRun run, Throwable failure) {
        return headers.complete(run.request(), routeOf(run), failures.answer(failure, run.request()));
    }

    /** The header fields of the response to an accepted handshake. */
    List<HeaderField> upgradeFields(RequestRun run, Response response) {
        return completion.placed(run.request(), response).headers();
    }

    private static @Nullable Route routeOf(RequestRun run) {
        Match.Found found = run.found();
        return found == null ? null : found.route().route();
    }
}

package io.jetalyst.internal.pipeline;

import io.jetalyst.engine.ContentFailures;
import io.jetalyst.http.Deferred;
import io.jetalyst.http.Response;
import io.jetalyst.http.Result;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Answers a request whose content failed before its head was sent, like an exception that the controller threw. The filters have returned
 * before that, so they do not see this response.
 */
final class FailedContent implements ContentFailures {
    private final Pipeline pipeline;
    private final RequestRun run;
    private final AtomicBoolean replaced = new AtomicBoolean();

    FailedContent(Pipeline pipeline, RequestRun run) {
        this.pipeline = pipeline;
        this.run = run;
    }

    @Override
    public CompletionStage<Response> replace(Throwable failure) {
        if (!replaced.compareAndSet(false, true)) {
            // The content of an error handler's response failed. The plain response has bytes, which cannot fail.
            return CompletableFuture.completedFuture(plain(failure));
        }
        Result result = pipeline.recovery().recover(run, failure, true, false);
        if (result instanceof Response response) {
            return CompletableFuture.completedFuture(pipeline.prepare(run, response));
        }
        return ((Deferred) result)
                .response()
                .thenApply(response -> response)
                .toCompletableFuture()
                .orTimeout(pipeline.timeout().toNanos(), TimeUnit.NANOSECONDS)
                .handle((response, again) -> again == null ? pipeline.prepare(run, response) : plain(again));
    }

    private Response plain(Throwable failure) {
        Response response = failure instanceof TimeoutException
                ? pipeline.failures().late(run.request(), run.route())
                : pipeline.failures().answer(failure, run.request());
        return pipeline.prepare(run, response);
    }

    @Override
    public void abort(Throwable failure) {
        run.contentFailed();
        pipeline.failures().aborted(failure, run.request());
    }
}

package io.jetalyst.internal.pipeline;

import io.jetalyst.http.Deferred;
import io.jetalyst.http.Response;
import io.jetalyst.http.Result;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;

/** Makes a stage of a result. */
final class ResultStage {
    private ResultStage() {}

    /** Completes the stage with the result, now or when it is there. */
    static void complete(CompletableFuture<Response> response, Callable<Result> controller) {
        try {
            Result result = controller.call();
            if (result instanceof Deferred deferred) {
                deferred.response().whenComplete((value, failure) -> {
                    if (failure == null) {
                        response.complete(value);
                    } else {
                        response.completeExceptionally(failure);
                    }
                });
            } else {
                response.complete((Response) result);
            }
        } catch (Throwable failure) {
            response.completeExceptionally(failure);
        }
    }
}

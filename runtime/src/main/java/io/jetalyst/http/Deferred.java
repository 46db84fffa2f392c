package io.jetalyst.http;

import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;

/**
 * A response that is not there yet. A stage that fails is answered as an exception of the controller would be.
 *
 * @param response completes with the response, on any thread
 */
public record Deferred(CompletionStage<Response> response) implements Result {
    @Override
    public Deferred map(UnaryOperator<Response> change) {
        return new Deferred(response.thenApply(change));
    }
}

package io.jetalyst.internal.pipeline;

import io.jetalyst.internal.failure.Failures;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The stages that threads of one request wait for, until the time for its response has passed. */
final class TimedStages {
    private final CompletableFuture<Void> timeout = new CompletableFuture<>();

    /** A future of the stage's value, which fails when the time has passed. */
    <T> CompletableFuture<T> limit(CompletionStage<T> stage) {
        CompletableFuture<T> limited = new CompletableFuture<>();
        stage.whenComplete((value, failure) -> {
            if (failure == null) {
                limited.complete(value);
            } else {
                limited.completeExceptionally(failure);
            }
        });
        timeout.whenComplete((none, late) -> limited.completeExceptionally(late));
        return limited;
    }

    /** The time has passed. */
    void expire() {
        timeout.completeExceptionally(Failures.lateProblem());
    }
}

package io.jetalyst.internal.pipeline;

import io.jetalyst.engine.Exchange;
import io.jetalyst.engine.ExchangeResult;
import io.jetalyst.http.Request;
import io.jetalyst.http.Response;
import io.jetalyst.internal.observe.Observers;
import io.jetalyst.observe.CompletedRequest;
import io.jetalyst.observe.CompletedRequest.End;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Notifies the observers of an application of each request that has ended. There is none if the application has no observers. */
final class Observation {
    private final Observers observers;

    private Observation(Observers observers) {
        this.observers = observers;
    }

    static @Nullable Observation of(Observers observers) {
        return observers.isEmpty() ? null : new Observation(observers);
    }

    /** A request begins. */
    void begin(RequestRun run) {
        long begun = System.nanoTime();
        run.exchange().onEnd(() -> observers.completed(completed(run, Duration.ofNanos(System.nanoTime() - begun))));
    }

    private static CompletedRequest completed(RequestRun run, Duration duration) {
        ExchangeResult result = run.exchange().result();
        End end = end(result, run.isContentFailed());
        return new CompletedRequest(
                run.request(),
                run.route().map(route -> run.request().basePath() + route.path()),
                end == End.ABORTED && (run.isAbandoned() || result.status() == 0)
                        ? CompletedRequest.CLIENT_CLOSED_REQUEST
                        : result.status(),
                result.receivedBytes(),
                result.sentBytes(),
                duration,
                end,
                run.isUpgraded());
    }

    private static End end(ExchangeResult result, boolean isContentFailed) {
        if (isContentFailed) {
            return End.FAILED;
        }
        return result.failure() == null ? End.COMPLETE : End.ABORTED;
    }

    /** A request for a path of the framework begins, which is its own template. */
    void begin(Exchange exchange, Request request) {
        long begun = System.nanoTime();
        exchange.onEnd(() -> {
            ExchangeResult result = exchange.result();
            observers.completed(new CompletedRequest(
                    request,
                    Optional.of(request.path()),
                    result.status() == 0 ? CompletedRequest.CLIENT_CLOSED_REQUEST : result.status(),
                    result.receivedBytes(),
                    result.sentBytes(),
                    Duration.ofNanos(System.nanoTime() - begun),
                    end(result, false),
                    false));
        });
    }

    /** The server refuses a request, which does not become an exchange. */
    void refused(Request request, Response response) {
        long length = Math.max(0, response.body().length());
        observers.completed(new CompletedRequest(
                request,
                Optional.empty(),
                response.status().code(),
                0,
                request.method().equals("HEAD") ? 0 : length,
                Duration.ZERO,
                End.COMPLETE,
                false));
    }
}

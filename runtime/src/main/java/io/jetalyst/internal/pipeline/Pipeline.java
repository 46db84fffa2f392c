package io.jetalyst.internal.pipeline;

import io.jetalyst.engine.Exchange;
import io.jetalyst.engine.ExchangeHandler;
import io.jetalyst.filter.Filter;
import io.jetalyst.http.Deferred;
import io.jetalyst.http.HttpMethod;
import io.jetalyst.http.HttpProblem;
import io.jetalyst.http.Request;
import io.jetalyst.http.Response;
import io.jetalyst.http.Result;
import io.jetalyst.http.Status;
import io.jetalyst.internal.failure.Failures;
import io.jetalyst.internal.router.Router;
import io.jetalyst.internal.socket.Sockets;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;

/** The way of every request: gate, router, filters, controller, answer. A WebSocket handshake goes the same way. */
public final class Pipeline implements ExchangeHandler {
    private final Router router;
    private final List<Filter> filters;
    private final Sockets sockets;

    public Pipeline(Router router, List<Filter> filters, Sockets sockets) {
        this.router = router;
        this.filters = List.copyOf(filters);
        this.sockets = sockets;
    }

    /** Checks and matches on the engine's thread; filters and the controller may block, so they run on a thread for that. */
    @Override
    public void handle(Exchange exchange) {
        Handshakes handshakes = new Handshakes(exchange, sockets);
        try {
            HttpMethod method = RequestGate.check(exchange);
            Dispatch dispatch = Dispatch.of(exchange.request(), method, router, handshakes);
            exchange.execute(() -> run(exchange, handshakes, dispatch));
        } catch (RejectedExecutionException busy) {
            HttpProblem problem = HttpProblem.of(Status.SERVICE_UNAVAILABLE, "The server is busy.");
            finish(exchange, handshakes, Failures.answer(problem, exchange.request()));
        } catch (Throwable failure) {
            finish(exchange, handshakes, Failures.answer(failure, exchange.request()));
        }
    }

    @Override
    public Response refuse(Request request, HttpProblem problem) {
        return DefaultHeaders.complete(Failures.answer(problem, request));
    }

    private void run(Exchange exchange, Handshakes handshakes, Dispatch dispatch) {
        Result result;
        try {
            result = new Chain(filters, dispatch.context(), dispatch::answer).proceed();
        } catch (Throwable failure) {
            result = Failures.answer(failure, exchange.request());
        }
        if (result instanceof Deferred deferred) {
            deferred.response()
                    .whenComplete((response, failure) -> finish(
                            exchange,
                            handshakes,
                            failure == null ? response : Failures.answer(failure, exchange.request())));
        } else {
            finish(exchange, handshakes, (Response) result);
        }
    }

    private static void finish(Exchange exchange, Handshakes handshakes, Response response) {
        if (response.status().code() != 101) {
            exchange.respond(DefaultHeaders.complete(response));
        } else if (handshakes.taken()) {
            exchange.upgrade(handshakes.upgrade(response.headers()));
        } else {
            exchange.respond(DefaultHeaders.complete(Failures.answer(
                    new IllegalStateException("an answer of 101 without a WebSocket handshake that was taken"),
                    exchange.request())));
        }
    }
}

package io.jetalyst.engine;

import io.jetalyst.http.HttpProblem;
import io.jetalyst.http.Request;
import io.jetalyst.http.Response;

/** Receives every request of an engine. Many threads call it at once. */
@FunctionalInterface
public interface ExchangeHandler {
    /**
     * Answers the exchange exactly once, before it returns or later from any thread. The engine calls it on the thread that reads from its
     * connections, so it must not block; work that may block goes to {@link Exchange#execute}.
     *
     * <p>It throws nothing; if it does, the engine answers 500.
     */
    void handle(Exchange exchange);

    /**
     * Makes the response to a request that the engine refuses and never hands to {@link #handle}: it cannot be parsed, or a limit is reached.
     * The engine calls it on its own thread, so it must not block.
     *
     * @param request the parts of the request that could be read; others are empty
     */
    default Response refuse(Request request, HttpProblem problem) {
        return Response.text(problem.detail()).status(problem.status());
    }
}

package io.jetalyst.engine;

import io.jetalyst.http.HeaderField;
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
     * Whether the engine hands this request to {@link #handle} although {@link EngineOptions#maxRequests} are in flight, or its connection is
     * one too many: that of a load balancer which checks the server. The engine calls it only then, on its own thread, so it must not block.
     */
    default boolean isAlwaysAdmitted(Request request) {
        return false;
    }

    /**
     * Makes the response to a request that the engine refuses and never hands to {@link #handle}: it cannot be parsed, or a limit is reached.
     * The engine calls it on its own thread, so it must not block.
     *
     * @param request the parts of the request that could be read; others are empty
     */
    default Response refuse(Request request, HttpProblem problem) {
        Response response = Response.text(problem.detail()).status(problem.status());
        for (HeaderField field : problem.headers()) {
            response = response.addHeader(field.name(), field.value());
        }
        return response;
    }
}

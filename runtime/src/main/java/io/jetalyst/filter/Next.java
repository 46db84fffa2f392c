package io.jetalyst.filter;

import io.jetalyst.http.Result;

/** The filters that follow, and the controller behind them. A filter calls it at most once, before the filter returns. */
@FunctionalInterface
public interface Next {
    /**
     * Continues with the next filter, or with the controller if no filter follows.
     *
     * <p>It returns a result for every request: an exception of the controller or of a later filter, a path without a route (404) and a
     * method without one (405) have become responses. A {@linkplain io.jetalyst.http.Deferred deferred} result never fails and never
     * completes with {@code null}.
     *
     * @throws IllegalStateException if the filter has called it before, or has returned
     */
    Result proceed();
}

package io.jetalyst.filter;

import io.jetalyst.http.Result;

/** The filters that follow, and the controller behind them. A filter calls it at most once, before the filter returns. */
@FunctionalInterface
public interface Next {
    /** Continues with the next filter, or with the controller where no filter follows. */
    Result proceed() throws Exception;
}

package io.jetalyst.internal.pipeline;

import io.jetalyst.filter.Context;
import io.jetalyst.filter.Filter;
import io.jetalyst.filter.Next;
import io.jetalyst.http.Result;
import java.util.List;

/** The filters from one on, and the controller behind them. */
final class Chain implements Next {
    private final List<Filter> filters;
    private final Context context;
    private final Next last;
    private int next;

    Chain(List<Filter> filters, Context context, Next last) {
        this.filters = filters;
        this.context = context;
        this.last = last;
    }

    /** Each filter is handed the one way on that begins behind it, so going on twice is seen instead of skipping a filter. */
    @Override
    public Result proceed() throws Exception {
        return from(0);
    }

    private Result from(int index) throws Exception {
        if (index < next) {
            throw new IllegalStateException("a filter called next.proceed() a second time");
        }
        next = index + 1;
        return index == filters.size() ? last.proceed() : filters.get(index).filter(context, () -> from(index + 1));
    }
}

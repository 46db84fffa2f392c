package io.jetalyst.testkit.tests.shop;

import io.jetalyst.filter.Context;
import io.jetalyst.filter.Filter;
import io.jetalyst.filter.Next;
import io.jetalyst.http.Result;
import org.slf4j.MDC;

final class RequestIdFilter implements Filter {
    @Override
    public Result filter(Context context, Next next) throws Exception {
        MDC.put("request", context.request().id());
        MDC.put("trace", context.request().trace().traceId());
        try {
            return next.proceed();
        } finally {
            MDC.remove("request");
            MDC.remove("trace");
        }
    }
}

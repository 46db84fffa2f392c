package io.jetalyst.testkit.tests.shop;

import io.jetalyst.filter.Context;
import io.jetalyst.filter.Filter;
import io.jetalyst.filter.Next;
import io.jetalyst.http.Result;

final class AuditFilter implements Filter {
    private final AuditLog log;

    AuditFilter(AuditLog log) {
        this.log = log;
    }

    @Override
    public Result filter(Context context, Next next) {
        String book = context.route()
                .flatMap(route -> route.annotation(Audited.class))
                .flatMap(audited -> audited.value("value"))
                .orElseThrow();
        return next.proceed().map(response -> {
            log.add(book + ": " + context.request().path() + " "
                    + response.status().code());
            return response;
        });
    }
}

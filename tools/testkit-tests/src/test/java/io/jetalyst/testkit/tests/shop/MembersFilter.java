package io.jetalyst.testkit.tests.shop;

import io.jetalyst.filter.Context;
import io.jetalyst.filter.Filter;
import io.jetalyst.filter.Next;
import io.jetalyst.http.Response;
import io.jetalyst.http.Result;
import io.jetalyst.http.Status;

/** Passes on the requests of members only. */
final class MembersFilter implements Filter {
    @Override
    public Result filter(Context context, Next next) {
        return context.request().header("Authorization").isPresent()
                ? next.proceed()
                : Response.of(Status.UNAUTHORIZED).header("WWW-Authenticate", "Bearer");
    }
}

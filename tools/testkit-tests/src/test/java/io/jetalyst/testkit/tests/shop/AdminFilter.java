package io.jetalyst.testkit.tests.shop;

import io.jetalyst.filter.Context;
import io.jetalyst.filter.Filter;
import io.jetalyst.filter.Key;
import io.jetalyst.filter.Next;
import io.jetalyst.http.Response;
import io.jetalyst.http.Result;
import io.jetalyst.http.Status;
import java.util.Optional;

final class AdminFilter implements Filter {
    static final Key<String> USER = Key.of("user");

    private final Tokens tokens;

    AdminFilter(Tokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public Result filter(Context context, Next next) throws Exception {
        if (!context.request().path().startsWith("/admin")) {
            return next.proceed();
        }
        Optional<String> user = context.request()
                .header("Authorization")
                .map(value -> value.replaceFirst("^Bearer ", ""))
                .flatMap(tokens::user);
        if (user.isEmpty()) {
            return Response.of(Status.UNAUTHORIZED).header("WWW-Authenticate", "Bearer");
        }
        context.put(USER, user.get());
        return next.proceed();
    }
}

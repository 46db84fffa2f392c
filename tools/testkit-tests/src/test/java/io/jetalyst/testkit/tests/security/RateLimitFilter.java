package io.jetalyst.testkit.tests.security;

import io.jetalyst.filter.Context;
import io.jetalyst.filter.Filter;
import io.jetalyst.filter.Next;
import io.jetalyst.http.Result;
import io.jetalyst.login.AddressAttempts;
import io.jetalyst.route.Route;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

final class RateLimitFilter implements Filter {
    private final Map<Route, AddressAttempts> requests = new ConcurrentHashMap<>();

    @Override
    public Result filter(Context context, Next next) {
        requests.computeIfAbsent(context.route().orElseThrow(), RateLimitFilter::limit)
                .require(context.request().remoteAddress(), "Too many requests were sent from this address.");
        return next.proceed();
    }

    private static AddressAttempts limit(Route route) {
        int perMinute = route.annotation(RateLimit.class)
                .flatMap(limit -> limit.value("perMinute"))
                .map(Integer::parseInt)
                .orElseThrow();
        return new AddressAttempts(perMinute, Duration.ofMinutes(1).dividedBy(perMinute));
    }

    @Override
    public boolean isNonBlocking() {
        return true; // it counts in memory
    }
}

package io.jetalyst.testkit.tests.security;

import io.jetalyst.annotation.Filtered;
import java.lang.annotation.ElementType;
import java.lang.annotation.Target;

@Filtered(RateLimitFilter.class)
@Target({ElementType.METHOD, ElementType.TYPE})
@interface RateLimit {
    int perMinute();
}

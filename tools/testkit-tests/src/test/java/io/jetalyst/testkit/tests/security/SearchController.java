package io.jetalyst.testkit.tests.security;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.QueryParam;

@Controller
@RateLimit(perMinute = 20)
final class SearchController {
    @Get("/search")
    @RateLimit(perMinute = 3)
    String search(@QueryParam String text) {
        return "Results for " + text;
    }

    @Get("/suggestions")
    String suggest(@QueryParam String text) {
        return text + "s";
    }
}

package io.jetalyst.testkit.tests;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.CookieParam;
import io.jetalyst.annotation.DefaultValue;
import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.HeaderParam;
import io.jetalyst.annotation.Path;
import java.util.Optional;
import java.util.UUID;

/** Takes parameters from every part of a request. */
@Controller
@Path("/sources")
final class SourcesController {
    @Get("/header")
    String header(
            @HeaderParam UUID xRequestId,
            @HeaderParam("max-forwards") @DefaultValue("10") int hops,
            @HeaderParam Optional<String> acceptLanguage) {
        return xRequestId + " " + hops + " " + acceptLanguage.orElse("none");
    }

    @Get("/cookie")
    String cookie(@CookieParam String visitor, @CookieParam("__Host-page") @DefaultValue("1") int page) {
        return visitor + " " + page;
    }
}

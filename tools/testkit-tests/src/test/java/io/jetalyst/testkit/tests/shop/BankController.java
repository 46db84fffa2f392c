package io.jetalyst.testkit.tests.shop;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.HeaderParam;
import io.jetalyst.annotation.Path;
import java.util.Optional;

/** Another service, which answers with the trace that it has received. */
@Controller
@Path("/bank")
final class BankController {
    @Get("/{currency}")
    String rate(String currency, @HeaderParam Optional<String> traceparent, @HeaderParam Optional<String> tracestate) {
        return currency + " " + traceparent.orElse("-") + " " + tracestate.orElse("-");
    }
}

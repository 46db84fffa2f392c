package demo;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.DefaultValue;
import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.HeaderParam;
import java.util.Optional;
import java.util.UUID;

@Controller
class Reports {
    @Get("/report")
    String report(
            @HeaderParam String userAgent,
            @HeaderParam UUID xRequestId,
            @HeaderParam("Max-Forwards") @DefaultValue("10") int hops,
            @HeaderParam Optional<String> etag) {
        return userAgent;
    }
}

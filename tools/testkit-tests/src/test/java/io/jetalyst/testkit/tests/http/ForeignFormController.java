package io.jetalyst.testkit.tests.http;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.QueryParam;
import io.jetalyst.http.Response;

/** A page whose form another application receives. */
@Controller
final class ForeignFormController {
    @Get("/form")
    Response form(@QueryParam String target) {
        return Response.html("<form method='post' action='" + target
                        + "'><input name='name' value='x'><button>Send</button></form>")
                .header("Content-Security-Policy", "default-src 'none'");
    }

    /** A page that may send any request. */
    @Get("/open")
    Response open() {
        return Response.html("<p>Open</p>").header("Content-Security-Policy", "default-src * data: 'unsafe-inline'");
    }
}

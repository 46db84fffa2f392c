package demo;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.CookieParam;
import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.HeaderParam;
import io.jetalyst.annotation.QueryParam;

@Controller
class Names {
    @Get
    String names(
            @HeaderParam("X Request") String a,
            @HeaderParam("Host:") String b,
            @HeaderParam String größe,
            @CookieParam("last;seen") String c,
            @CookieParam("__Host-theme") String d,
            @QueryParam("any thing") String e) {
        return "";
    }
}

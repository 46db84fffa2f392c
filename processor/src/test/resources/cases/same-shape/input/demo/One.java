package demo;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.Path;
import io.jetalyst.annotation.Post;
import io.jetalyst.annotation.QueryParam;

@Controller
@Path("/a")
class One {
    @Get("/{x}")
    String first(String x) {
        return x;
    }

    @Get("/{y}")
    String second(String y) {
        return y;
    }

    @Post("/{y}")
    String third(String y) {
        return y;
    }

    @Get("/b")
    String overload() {
        return "";
    }

    @Get("/b")
    String overload(@QueryParam int page) {
        return "";
    }
}

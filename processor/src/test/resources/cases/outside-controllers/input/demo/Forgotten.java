package demo;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.QueryParam;

@Controller
class Forgotten {
    String page(@QueryParam String name) {
        return name;
    }

    @Get("/page")
    String other() {
        return "";
    }
}

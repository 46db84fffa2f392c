package demo;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Get;

@Controller
enum Choice {
    ONE;

    @Get("/choice")
    String page() {
        return "";
    }
}

package demo;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Get;

@Controller
class Pages {
    @Get("/rooms/{room}")
    String page() {
        return "";
    }
}

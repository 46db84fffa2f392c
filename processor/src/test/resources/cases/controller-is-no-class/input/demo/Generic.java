package demo;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Get;

@Controller
class Generic<T> {
    @Get("/generic")
    String page() {
        return "";
    }
}

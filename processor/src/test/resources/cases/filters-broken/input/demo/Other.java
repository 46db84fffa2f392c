package demo;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Get;

@Controller
class Other {
    @Get("/other")
    @Careless
    String careless() {
        return "";
    }

    @Get("/other/circle")
    @Circular
    String circle() {
        return "";
    }
}

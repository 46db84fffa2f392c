package demo;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Get;

@Controller
class Whole {
    @Get("/whole")
    String page() {
        return "";
    }
}

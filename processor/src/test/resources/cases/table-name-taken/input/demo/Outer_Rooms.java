package demo;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Get;

@Controller
class Outer_Rooms {
    @Get("/two")
    String page() {
        return "";
    }
}

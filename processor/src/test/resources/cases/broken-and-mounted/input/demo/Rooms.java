package demo;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Get;

@Controller
public class Rooms {
    @Get("/rooms/{room}")
    String page() {
        return "";
    }
}

package demo;

import io.jetalyst.annotation.Get;
import org.springframework.stereotype.Controller;

@Controller
class Rooms {
    @Get("/rooms")
    String list() {
        return "";
    }
}

package demo;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Get;

@Controller
class Rooms {
    @Get("/rooms")
    Missing page() {
        return null;
    }
}

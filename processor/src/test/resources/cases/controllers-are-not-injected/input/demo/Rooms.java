package demo;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Get;

@Controller
class Rooms {
    Rooms(People people) {}

    @Get("/rooms")
    void list() {}
}

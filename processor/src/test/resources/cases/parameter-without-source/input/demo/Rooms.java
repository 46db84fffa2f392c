package demo;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Get;

@Controller
class Rooms {
    @Get("/rooms/{room}")
    String show(String room, int page) {
        return room;
    }

    @Get("/rooms/{room}/people")
    String people(String rom) {
        return rom;
    }
}

package demo;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Get;

@Controller
class People {
    People(Rooms rooms, People self, StringBuilder log) {}

    @Get("/people")
    void list() {}
}

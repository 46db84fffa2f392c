package demo;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.Path;
import io.jetalyst.annotation.QueryParam;

@Controller
@Path("/rooms/{room}")
class Rooms {
    @Get("/{id}")
    String show(String room) {
        return room;
    }

    @Get
    String all() {
        return "";
    }

    @Get("/by/{user}")
    String by(@QueryParam String room, String usr) {
        return room;
    }

    @Get("/of/{package}/{room-id}")
    String of(String room) {
        return room;
    }
}

package demo;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.PathParam;
import io.jetalyst.annotation.QueryParam;
import io.jetalyst.http.Request;
import java.util.UUID;

@Controller
class Rooms {
    @Get("/rooms/{room-id}")
    String show(@PathParam("roomid") UUID id) {
        return "";
    }

    @Get("/other/{room}")
    String other(@PathParam("x") String y, String room) {
        return "";
    }

    @Get("/both/{room}")
    String both(@PathParam("room") @QueryParam("room") String room) {
        return "";
    }

    @Get("/far/{room}")
    String far(@PathParam("chapter") String chapter) {
        return "";
    }

    @Get("/framework")
    String framework(@QueryParam Request request) {
        return "";
    }
}

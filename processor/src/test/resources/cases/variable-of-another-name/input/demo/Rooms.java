package demo;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.Post;
import io.jetalyst.annotation.QueryParam;

@Controller
class Rooms {
    record NewRoom(String name) {}

    @Get("/a/{roomId}")
    void onlyOne(int id) {}

    @Get("/b/{room-id}")
    void hyphen(int roomId) {}

    @Get("/c/{room_id}")
    void underscore(int roomId, @QueryParam int page) {}

    @Get("/d/{class}")
    void reserved(String clazz) {}

    @Get("/e/{room}/{user}")
    void two(String rom, String usr) {}

    /** Two mistakes: nothing says which of the two takes the variable. */
    @Get("/f/{room}")
    void oneOfTwo(String x, String y) {}

    /** Two mistakes: a body, and a variable that no parameter takes. */
    @Post("/g/{room}")
    void body(NewRoom created) {}
}

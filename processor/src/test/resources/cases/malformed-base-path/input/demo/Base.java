package demo;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.Path;

@Controller
@Path("rooms/{id}/")
class Base {
    @Get("/{id}")
    void one(String id) {}

    @Get("/x/")
    void other(String id) {}
}

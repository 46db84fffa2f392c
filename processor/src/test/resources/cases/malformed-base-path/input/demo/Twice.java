package demo;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.Path;

@Controller
@Path("/ids/{id}")
class Twice {
    @Get("/{id}")
    void twice(String id) {}

    @Get("/")
    void slash(String id) {}
}

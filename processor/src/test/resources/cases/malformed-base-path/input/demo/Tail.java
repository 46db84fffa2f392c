package demo;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.Path;

@Controller
@Path("/tail/{*rest}")
class Tail {
    @Get("/more")
    void more(String rest) {}

    @Get
    void only(String rest) {}

    @Get("/less")
    String less(String rest) {
        return rest;
    }
}

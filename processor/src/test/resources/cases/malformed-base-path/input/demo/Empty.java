package demo;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.Path;

@Controller
@Path("")
class Empty {
    @Get("/empty")
    void page() {}
}

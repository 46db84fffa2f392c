package demo;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.Path;

@Controller
@Path("/app")
class Rooms {
    @Get("/a/:id")
    void colon() {}

    @Get("/b/:id/edit")
    void colonWithin() {}

    @Get("/c/**")
    void stars() {}

    @Get("/d/*")
    void star() {}

    @Get("/e/*/edit")
    void starWithin() {}

    @Get("/f/*.png")
    void extension() {}

    @Get("/g/a:b")
    void colonInText() {}
}

package demo;

import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.Path;

@Path("/crud")
abstract class Crud {
    @Get("/list")
    String list() {
        return "";
    }
}

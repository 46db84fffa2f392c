package demo;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Delete;
import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.Path;

interface Named {
    @Get("/name")
    String name();

    @Get("/text")
    String text();

    @Get("/same")
    String same();

    @Get("/verb")
    String verb();
}

interface Titled {
    @Get("/title")
    String name();

    @Get("/title-text")
    String text();

    @Get("/same")
    String same();

    @Delete("/verb")
    String verb();
}

@Controller
@Path("/rooms")
final class Rooms implements Named, Titled {
    @Override
    public String name() {
        return "";
    }

    @Override
    @Get("/own")
    public String text() {
        return "";
    }

    @Override
    public String same() {
        return "";
    }

    @Override
    public String verb() {
        return "";
    }
}

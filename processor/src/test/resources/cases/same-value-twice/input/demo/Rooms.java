package demo;

import io.jetalyst.annotation.*;
import java.util.List;

@Controller
class Rooms {
    record Paging(@QueryParam int page) {}

    @Get("/a")
    void query(@QueryParam("name") String first, @QueryParam("name") String second) {}

    @Get("/b/{room}")
    void path(String room, @PathParam("room") String name) {}

    @Get("/c/{room}")
    void otherTypes(String room, @PathParam("room") int number, @QueryParam String name, @QueryParam("name") List<String> names) {}

    @Get("/d")
    void otherSources(@QueryParam String name, @HeaderParam("name") String header, @QueryParam int page, @Params Paging paging) {}
}

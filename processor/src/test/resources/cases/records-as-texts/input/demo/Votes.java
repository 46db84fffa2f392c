package demo;

import io.jetalyst.annotation.*;
import java.util.*;

@Controller
class Votes {
    record Vote(int option, String name) {}

    record Form(@FormParam List<Vote> votes) {}

    @Post("/a")
    void rows(@FormParam List<Vote> votes) {}

    @Post("/b")
    void one(@FormParam Vote vote) {}

    @Get("/c")
    void query(@QueryParam Vote[] votes) {}

    @Post("/d")
    void inRecord(@Params Form form) {}

    @Post("/e")
    void map(@FormParam Map<String, String> fields) {}
}

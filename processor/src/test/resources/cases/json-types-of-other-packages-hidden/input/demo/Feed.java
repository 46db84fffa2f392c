package demo;

import io.jetalyst.annotation.*;
import other.*;

@Controller
class Feed {
    @Get("/events")
    Event event() { return null; }

    @Get("/page")
    Page page() { return null; }
}

package demo;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Get;

@Controller
interface Api {
    @Get("/api")
    String page();
}

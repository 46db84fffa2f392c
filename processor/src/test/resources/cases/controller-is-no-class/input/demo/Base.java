package demo;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Get;

@Controller
abstract class Base {
    @Get("/base")
    String page() {
        return "";
    }
}

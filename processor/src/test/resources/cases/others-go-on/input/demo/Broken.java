package demo;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Get;

@Controller
class Broken {
    @Get("/broken/{id}")
    String page() {
        return "";
    }
}

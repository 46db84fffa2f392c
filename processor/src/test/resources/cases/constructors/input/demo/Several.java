package demo;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Get;

@Controller
class Several {
    Several() {}

    Several(StringBuilder text) {}

    @Get("/several")
    String page() {
        return "";
    }
}

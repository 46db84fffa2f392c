package one;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Get;

@Controller
class Pages {
    @Get("/page")
    String page() {
        return "";
    }
}

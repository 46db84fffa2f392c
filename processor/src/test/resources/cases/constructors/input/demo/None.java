package demo;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Get;

@Controller
class None {
    private None() {}

    @Get("/none")
    String page() {
        return "";
    }
}

package demo;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Get;

@Controller
class Shop {
    @Get("/shop")
    String page() {
        return "";
    }
}

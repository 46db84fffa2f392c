package demo;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Get;

@Controller
class Rooms extends Base implements Pages {
    Rooms(Accounts accounts) {}

    @Get("/rooms")
    @Staff
    String rooms() {
        return "";
    }
}

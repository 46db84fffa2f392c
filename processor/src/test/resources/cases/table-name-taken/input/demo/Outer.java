package demo;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Get;

class Outer {
    @Controller
    static class Rooms {
        @Get("/one")
        String page() {
            return "";
        }
    }
}

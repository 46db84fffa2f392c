package demo;

import io.jetalyst.annotation.Controller;

@Controller
class Empty {
    String page() {
        return "";
    }
}

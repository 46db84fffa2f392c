package demo;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.Messages;

@Deprecated(forRemoval = true)
@Controller
class Old {
    @Deprecated
    @Get("/old")
    String page() {
        return "";
    }

    @Deprecated(forRemoval = true)
    @Get("/older")
    String older() {
        return "";
    }

    @Deprecated
    @Messages
    sealed interface Command {
        record Say(String text) implements Command {}
    }
}

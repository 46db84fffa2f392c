package demo;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Get;
import lombok.RequiredArgsConstructor;

@Controller
@RequiredArgsConstructor
class Rooms {
    private final StringBuilder log = new StringBuilder();

    @Get("/rooms")
    String list() {
        return log.toString();
    }
}

package demo;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Get;
import lombok.AllArgsConstructor;

/** Has no field, so its constructor is the default one. */
@Controller
@AllArgsConstructor
class People {
    @Get("/people")
    String list() {
        return "";
    }
}

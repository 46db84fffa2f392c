package demo;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Get;
import io.jetalyst.http.AcceptLanguage;
import java.util.Locale;

@Controller
class Rooms {
    @Get("/rooms/{room}")
    String show(String room, int page) {
        return room;
    }

    @Get("/rooms/{room}/people")
    String people(String rom) {
        return rom;
    }

    @Get("/greeting")
    String greet(Locale locale) {
        return locale.toString();
    }

    @Get("/welcome")
    String welcome(AcceptLanguage languages) {
        return languages.toString();
    }
}

package hello;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.DefaultValue;
import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.Path;
import io.jetalyst.annotation.QueryParam;

@Controller
@Path("/greetings")
final class GreetingController {
    record Greeting(String text, int length) {}

    @Get("/{name}")
    Greeting greet(String name, @QueryParam @DefaultValue("Hello") String word) {
        String text = word + ", " + name + "!";
        return new Greeting(text, text.length());
    }
}

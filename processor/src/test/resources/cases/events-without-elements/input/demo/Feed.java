package demo;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Get;
import io.jetalyst.http.Response;
import io.jetalyst.sse.Event;
import io.jetalyst.sse.Events;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Flow;

@Controller
class Feed {
    @Get("/raw")
    @SuppressWarnings("rawtypes")
    Events raw() {
        return null;
    }

    @Get("/wildcard")
    Events<?> wildcard() {
        return null;
    }

    @Get("/responses")
    Events<Response> responses() {
        return null;
    }

    @Get("/options")
    Events<Optional<String>> options() {
        return null;
    }

    @Get("/paths")
    Optional<Events<Path>> paths() {
        return null;
    }

    @Get("/events")
    Events<Event<String>> events() {
        return null;
    }

    @Get("/event")
    Event<String> event() {
        return null;
    }

    @Get("/publisher")
    Flow.Publisher<Event<String>> publisher() {
        return null;
    }
}

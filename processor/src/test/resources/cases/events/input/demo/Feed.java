package demo;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.Path;
import io.jetalyst.http.Reply;
import io.jetalyst.sse.Event;
import io.jetalyst.sse.Events;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

@Controller
@Path("/feed")
class Feed {
    record Edit(int number, String text) {}

    @Get("/texts")
    Events<String> texts() {
        return Events.of(Stream.of(Event.of("text")));
    }

    @Get("/edits")
    Events<Edit> edits() {
        return Events.of(Stream.of(Event.of(new Edit(1, "text"))));
    }

    @Get("/lists")
    CompletionStage<Optional<Events<List<Edit>>>> lists() {
        return null;
    }

    @Get("/replies")
    Reply<Events<String>> replies() {
        return Reply.ok(texts());
    }
}

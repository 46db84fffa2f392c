package demo;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Get;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.stream.Stream;

@Controller
class Lists {
    record Room(String name) {}

    @Get("/a")
    Stream<Room> rooms() {
        return Stream.of();
    }

    @Get("/b")
    CompletionStage<Flow.Publisher<List<Room>>> lists() {
        return null;
    }

    @Get("/c")
    Stream<String> texts() {
        return Stream.of();
    }
}

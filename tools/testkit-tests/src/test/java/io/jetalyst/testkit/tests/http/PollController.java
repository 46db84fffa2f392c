package io.jetalyst.testkit.tests.http;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.Path;
import io.jetalyst.annotation.Post;
import io.jetalyst.socket.Topic;
import io.jetalyst.socket.Topics;
import io.jetalyst.sse.Events;

/** A poll, which sends its counts to each page that opens, and after each vote. */
@Controller
@Path("/poll")
final class PollController {
    record Counts(int yes, int no) {}

    private final Topic<Counts> changes;
    private volatile Counts counts = new Counts(0, 0);

    PollController(Topics topics) {
        this.changes = topics.topic("counts", Counts.class);
    }

    @Get("/events")
    Events<Counts> events() {
        return Events.of(changes).startingWith(() -> counts);
    }

    @Post("/yes")
    synchronized void yes() {
        counts = new Counts(counts.yes() + 1, counts.no());
        changes.publish(counts);
    }
}

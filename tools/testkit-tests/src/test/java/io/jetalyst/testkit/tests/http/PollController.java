package io.jetalyst.testkit.tests.http;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.Path;
import io.jetalyst.annotation.Post;
import io.jetalyst.sse.Event;
import io.jetalyst.sse.Events;
import java.util.concurrent.SubmissionPublisher;

/** A poll, which sends its counts to each page that opens, and after each vote. */
@Controller
@Path("/poll")
final class PollController {
    record Counts(int yes, int no) {}

    private final SubmissionPublisher<Event<Counts>> changes = new SubmissionPublisher<>();
    private Counts counts = new Counts(0, 0);

    @Get("/events")
    Events<Counts> events() {
        return Events.of(client -> {
            synchronized (changes) {
                changes.subscribe(client);
                changes.offer(Event.of(counts), null);
            }
        });
    }

    @Post("/yes")
    void yes() {
        synchronized (changes) {
            counts = new Counts(counts.yes() + 1, counts.no());
            changes.offer(Event.of(counts), null);
        }
    }
}

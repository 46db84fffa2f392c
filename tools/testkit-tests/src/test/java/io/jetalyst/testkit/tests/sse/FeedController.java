package io.jetalyst.testkit.tests.sse;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.DefaultValue;
import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.HeaderParam;
import io.jetalyst.annotation.Path;
import io.jetalyst.annotation.Post;
import io.jetalyst.annotation.QueryParam;
import io.jetalyst.http.HttpProblem;
import io.jetalyst.http.Response;
import io.jetalyst.socket.Topic;
import io.jetalyst.socket.TopicOptions;
import io.jetalyst.socket.Topics;
import io.jetalyst.sse.Event;
import io.jetalyst.sse.Events;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Events of each source. */
@Controller
@Path("/feed")
final class FeedController {
    record Note(int number, String text) {}

    private final Feed feed;
    private final Topic<Note> notes;
    private final AtomicInteger closed = new AtomicInteger();
    private volatile int counted;

    FeedController(Feed feed, Topics topics) {
        this.feed = feed;
        this.notes = topics.topic("notes", Note.class, TopicOptions.DEFAULT.history(2));
    }

    @Get
    Events<String> feed() {
        return Events.of(feed);
    }

    /** The feed as bytes, after a part that is sent with the head. */
    @Get("/bytes")
    Response bytes() {
        return Response.stream("text/plain", new FeedBytes(feed));
    }

    @Get("/often")
    Events<String> often() {
        return Events.of(feed).keepAlive(Duration.ofMillis(100));
    }

    @Get("/later")
    CompletionStage<Optional<Events<String>>> later(@QueryParam boolean there) {
        return CompletableFuture.completedFuture(there ? Optional.of(Events.of(feed)) : Optional.empty());
    }

    @Get("/notes")
    Events<Note> notes() {
        return Events.of(notes);
    }

    @Post("/notes")
    void add(@QueryParam int number, @QueryParam String text) {
        notes.publish(new Note(number, text));
    }

    @Get("/listeners")
    String listeners() {
        return Integer.toString(notes.subscribers());
    }

    @Get("/numbers")
    Events<Integer> numbers(@HeaderParam("Last-Event-ID") Optional<Integer> after) {
        return Events.of(IntStream.range(after.orElse(0), 3)
                .mapToObj(number -> Event.of(number).id(Integer.toString(number + 1)))
                .onClose(closed::incrementAndGet));
    }

    /** A stream that always has another event. */
    @Get("/endless")
    Events<String> endless() {
        return Events.of(Stream.generate(() -> Event.of("more")).onClose(closed::incrementAndGet));
    }

    /** A stream that waits for its second event. */
    @Get("/slow")
    Events<String> slow() {
        return Events.of(Stream.of("first", "second")
                .map(text -> {
                    if (text.equals("second")) {
                        waitForEver();
                    }
                    return Event.of(text);
                })
                .onClose(closed::incrementAndGet));
    }

    private void waitForEver() {
        try {
            new CompletableFuture<>().get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Publishes a note before it returns the first one, as another thread may. */
    @Get("/state")
    Events<Note> state(@QueryParam int number) {
        return Events.of(notes).startingWith(() -> {
            notes.publish(note(number + 1, -1));
            return note(number, -1);
        });
    }

    @Get("/state-of-feed")
    Events<String> stateOfFeed() {
        return Events.of(feed).startingWith(() -> "first");
    }

    @Get("/state-of-numbers")
    Events<Integer> stateOfNumbers() {
        return Events.of(Stream.of(1, 2).map(Event::of)).startingWith(() -> 0);
    }

    @Get("/no-state")
    Events<Note> noState() {
        return Events.of(notes).startingWith(() -> {
            throw HttpProblem.notFound("There is no state.");
        });
    }

    @Get("/no-state-of-numbers")
    Events<Integer> noStateOfNumbers() {
        return Events.of(Stream.of(1).map(Event::of).onClose(closed::incrementAndGet))
                .startingWith(() -> {
                    throw HttpProblem.notFound("There is no state.");
                });
    }

    @Get("/count")
    Events<Note> count() {
        return Events.of(notes).startingWith(() -> note(counted, -1));
    }

    @Post("/count")
    synchronized void countTo(@QueryParam int last) {
        while (counted < last) {
            counted++;
            notes.publish(note(counted, -1));
        }
    }

    @Get("/elements")
    Stream<Note> elements(@QueryParam int count, @QueryParam @DefaultValue("-1") int failsAt) {
        return IntStream.range(0, count)
                .mapToObj(number -> note(number, failsAt))
                .onClose(closed::incrementAndGet);
    }

    @Get("/texts")
    Stream<String> texts() {
        return Stream.of("a\nb", "\"");
    }

    @Get("/published")
    Flow.Publisher<Note> published(@QueryParam int count, @QueryParam @DefaultValue("-1") int failsAt) {
        return new Notes(count, failsAt);
    }

    static Note note(int number, int failsAt) {
        if (number == failsAt) {
            throw new IllegalStateException("disk");
        }
        return new Note(number, "n");
    }

    @Get("/closed")
    String closed() {
        return closed.toString();
    }
}

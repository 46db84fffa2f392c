package io.jetalyst.testkit.tests.sse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jetalyst.App;
import io.jetalyst.sse.Event;
import io.jetalyst.testkit.TestApp;
import io.jetalyst.testkit.TestEvents;
import io.jetalyst.testkit.TestHttp;
import io.jetalyst.testkit.tests.sse.FeedController.Note;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Events that begin with the current state: {@code Events.startingWith}. */
@Timeout(90)
class FirstEventTest {
    private final Feed feed = new Feed();

    @RegisterExtension
    final TestApp app = TestApp.of(args -> App.builder()
                    .args(args)
                    .bind(Feed.class, feed)
                    .mount(new FeedController_Routes())
                    .build())
            .timeout(Duration.ofSeconds(30));

    private static Note note(int number) {
        return new Note(number, "n");
    }

    @Test
    void sendsTheStateInPlaceOfTheHistory(TestHttp http) {
        TestEvents history = http.events("/feed/notes");
        http.post("/feed/notes?number=7&text=n", "").expect(204);
        String known = history.next().id();

        TestEvents events = http.events("/feed/state?number=1", "Last-Event-ID", known);

        assertEquals(note(1), events.next(Note.class));
        assertEquals(note(2), events.next(Note.class), "published while the state was read");
        http.post("/feed/notes?number=3&text=n", "").expect(204);
        assertEquals(note(3), events.next(Note.class));
    }

    @Test
    void sendsTheStateToTheOnlyClient(TestHttp http) {
        http.post("/feed/count?last=5", "").expect(204);
        assertEquals(note(5), http.events("/feed/count").next(Note.class));
    }

    @Test
    void sendsTheStateBeforeTheEventsOfAPublisherOrStream(TestHttp http) throws Exception {
        assertEquals(
                ":\n\ndata: 0\n\ndata: 1\n\ndata: 2\n\n",
                http.get("/feed/state-of-numbers").expect(200).body());
        TestEvents events = http.events("/feed/state-of-feed");
        assertEquals("first", events.next().data());
        feed.publish(Event.of("second"));
        assertEquals("second", events.next().data());
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-state", "no-state-of-numbers"})
    void failsBeforeTheHeadIfThereIsNoState(String path, TestHttp http) {
        assertEquals(
                "There is no state.",
                http.get("/feed/" + path).expect(404).problem().detail());
    }

    /** Clients that open while values are published miss none after their first one. */
    @Test
    void missesNoValueAfterTheState(TestHttp http) throws Exception {
        int last = 400;
        // Not the common pool: on two cores it has one thread, which the JDK's client needs as well.
        Executor threads = task -> new Thread(task).start();
        CompletableFuture<Void> counting = CompletableFuture.runAsync(
                () -> IntStream.rangeClosed(1, last / 10)
                        .forEach(tenth ->
                                http.post("/feed/count?last=" + tenth * 10, "").expect(204)),
                threads);
        List<CompletableFuture<List<Integer>>> clients = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            clients.add(CompletableFuture.supplyAsync(() -> numbersUntil(last, http), threads));
        }
        for (CompletableFuture<List<Integer>> client : clients) {
            List<Integer> numbers = client.get(60, TimeUnit.SECONDS);
            int first = numbers.get(0);
            assertEquals(
                    IntStream.rangeClosed(first + 1, last).boxed().toList(),
                    numbers.stream().skip(1).filter(number -> number > first).toList());
        }
        counting.get(30, TimeUnit.SECONDS);
    }

    private static List<Integer> numbersUntil(int last, TestHttp http) {
        List<Integer> numbers = new ArrayList<>();
        TestEvents events = http.events("/feed/count");
        do {
            numbers.add(events.next(Note.class).number());
        } while (numbers.get(numbers.size() - 1) < last);
        return numbers;
    }
}

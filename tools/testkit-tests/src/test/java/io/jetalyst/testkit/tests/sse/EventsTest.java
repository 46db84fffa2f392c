package io.jetalyst.testkit.tests.sse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.App;
import io.jetalyst.RunningApp;
import io.jetalyst.sse.Event;
import io.jetalyst.testkit.RawSocket;
import io.jetalyst.testkit.TestApp;
import io.jetalyst.testkit.TestHttp;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Server-sent events of a running application. */
@Timeout(90)
class EventsTest {
    private final Feed feed = new Feed();

    @RegisterExtension
    final TestApp app = TestApp.of(
            args -> App.builder()
                    .args(args)
                    .bind(Feed.class, feed)
                    .mount(new FeedController_Routes())
                    .build(),
            "--server.answer-timeout=3s",
            "--server.stop-timeout=60s",
            "--server.event-keep-alive=200ms");

    private final HttpClient client = HttpClient.newHttpClient();

    private HttpResponse<InputStream> open(TestHttp http, String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(http.uri(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    }

    private static BufferedReader reader(HttpResponse<InputStream> response) {
        return new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
    }

    /** The next event; comments are skipped. */
    private static String event(BufferedReader reader) throws IOException {
        StringBuilder event = new StringBuilder();
        String line = reader.readLine();
        while (line != null && (!line.isEmpty() || event.isEmpty())) {
            if (!line.isEmpty() && !line.startsWith(":")) {
                event.append(line).append('\n');
            }
            line = reader.readLine();
        }
        return event.toString();
    }

    @Test
    void sendsHeadBeforeTheFirstEvent(TestHttp http) throws Exception {
        HttpResponse<InputStream> response = open(http, "/feed");

        assertEquals(200, response.statusCode());
        assertEquals(
                "text/event-stream",
                response.headers().firstValue("Content-Type").orElseThrow());
        assertEquals("no-store", response.headers().firstValue("Cache-Control").orElseThrow());
        assertEquals("no", response.headers().firstValue("X-Accel-Buffering").orElseThrow());
        BufferedReader reader = reader(response);
        assertEquals(":", reader.readLine());
        feed.publish(Event.of("a\n\nevent: forged\rb").id("7").name("edit"));
        assertEquals("id: 7\nevent: edit\ndata: a\ndata: \ndata: event: forged\ndata: b\n", event(reader));
        feed.publish(Event.of("last"));
        feed.subscriber.get().onComplete();
        assertEquals("data: last\n", event(reader));
        assertNull(reader.readLine());
        assertEquals(0, feed.cancellations.get());
    }

    @Test
    void sendsCommentsBeyondTheTimeForAResponse(TestHttp http) throws Exception {
        BufferedReader reader = reader(open(http, "/feed/often"));
        for (int i = 0; i < 40; i++) { // 4 seconds
            assertEquals(":", reader.readLine());
            assertEquals("", reader.readLine());
        }
        feed.publish(Event.of("still open"));
        assertEquals("data: still open\n", event(reader));
        reader.close();
    }

    @Test
    void sendsCommentsInTheTimeOfTheSetting(TestHttp http) throws Exception {
        BufferedReader reader = reader(open(http, "/feed"));
        for (int i = 0; i < 5; i++) { // a second, and not more than a minute
            assertEquals(":", reader.readLine());
            assertEquals("", reader.readLine());
        }
        reader.close();
    }

    @Test
    void cancelsTheSubscriptionOnceWhenTheClientIsGone(TestHttp http, RunningApp running) throws Exception {
        try (RawSocket raw = new RawSocket(http.uri("/").getPort())) {
            raw.write("GET /feed HTTP/1.1\r\nHost: localhost\r\n\r\n");
            raw.readHead();
            feed.subscriber.get(20, TimeUnit.SECONDS);
        }
        feed.cancelled.get(20, TimeUnit.SECONDS);
        feed.subscriber.get().onNext(Event.of("late"));
        running.close();
        assertEquals(1, feed.cancellations.get());
    }

    @Test
    void closesAClientThatDoesNotRead(TestHttp http) throws Exception {
        feed.flood = 256 * 1024;
        try (RawSocket raw = new RawSocket(http.uri("/").getPort())) {
            raw.write("GET /feed/often HTTP/1.1\r\nHost: localhost\r\n\r\n");
            feed.cancelled.get(30, TimeUnit.SECONDS);
            assertTrue(feed.requests.size() < 1000, "events are requested although nobody reads them");
        }
        assertEquals(1, feed.cancellations.get());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "cancel"})
    void endsTheStreamWhenTheServerStops(String failing, TestHttp http, RunningApp running) throws Exception {
        feed.failing = failing;
        BufferedReader reader = reader(open(http, "/feed"));
        assertEquals(":", reader.readLine());

        CompletableFuture<Void> stopped = CompletableFuture.runAsync(running::close);

        assertEquals("", event(reader)); // and no IOException: the content is complete
        stopped.get(30, TimeUnit.SECONDS); // the stop timeout is longer
        assertEquals(1, feed.cancellations.get());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/feed", "/feed/bytes"})
    void endsTheExchangeOfAClientThatIsGoneIfTheSourceCannotBeCancelled(String path, TestHttp http, RunningApp running)
            throws Exception {
        feed.failing = "cancel";
        try (RawSocket raw = new RawSocket(http.uri("/").getPort())) {
            raw.write("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
            raw.readHead();
            feed.subscriber.get(20, TimeUnit.SECONDS);
        }
        feed.cancelled.get(20, TimeUnit.SECONDS);

        CompletableFuture<Void> stopped = CompletableFuture.runAsync(running::close);

        stopped.get(30, TimeUnit.SECONDS); // the stop timeout is longer
    }

    @Test
    void cutsTheResponseIfTheSourceFailsToTakeARequest(TestHttp http) throws Exception {
        feed.failing = "request";
        BufferedReader reader = reader(open(http, "/feed"));

        assertThrows(IOException.class, () -> event(reader));
    }

    @ParameterizedTest
    @CsvSource({"endless, more", "slow, first"})
    void endsAStreamWhenTheServerStops(String path, String text, TestHttp http, RunningApp running) throws Exception {
        BufferedReader reader = reader(open(http, "/feed/" + path));
        assertEquals("data: " + text + "\n", event(reader));

        CompletableFuture<Void> stopped = CompletableFuture.runAsync(running::close);

        String last = event(reader); // and no IOException: the content is complete
        while (!last.isEmpty()) {
            last = event(reader);
        }
        stopped.get(30, TimeUnit.SECONDS); // the stop timeout is longer
    }

    @Test
    void cutsTheResponseWhenThePublisherFails(TestHttp http) throws Exception {
        BufferedReader reader = reader(open(http, "/feed"));
        feed.publish(Event.of("one"));
        assertEquals("data: one\n", event(reader));
        feed.subscriber.get().onError(new IllegalStateException("disk"));
        assertThrows(IOException.class, () -> event(reader));
    }

    @Test
    void answersLater(TestHttp http) throws Exception {
        http.get("/feed/later?there=false").expect(404);
        BufferedReader reader = reader(open(http, "/feed/later?there=true"));
        feed.publish(Event.of("one"));
        assertEquals("data: one\n", event(reader));
        reader.close();
    }

    @Test
    void sendsHistoryAndMessagesOfATopic(TestHttp http) throws Exception {
        BufferedReader first = reader(open(http, "/feed/notes"));
        assertEquals(":", first.readLine());
        for (int i = 1; i <= 3; i++) {
            http.post("/feed/notes?number=" + i + "&text=n", "").expect(204);
        }
        BufferedReader second = reader(open(http, "/feed/notes"));
        assertEquals(note(2), withoutId(event(second)));
        assertEquals(note(3), withoutId(event(second)));
        http.post("/feed/notes?number=4&text=n", "").expect(204);
        assertEquals(note(4), withoutId(event(second)));
        for (int i = 1; i <= 4; i++) {
            assertEquals(note(i), withoutId(event(first)));
        }
        assertEquals("2", http.get("/feed/listeners").expect(200).body());
    }

    private static String note(int number) {
        return "data: {\"number\":" + number + ",\"text\":\"n\"}\n";
    }

    private static String withoutId(String event) {
        assertTrue(event.startsWith("id: "), event);
        return event.substring(event.indexOf('\n') + 1);
    }

    @Test
    void sendsOnlyWhatAClientOfATopicHasMissed(TestHttp http) throws Exception {
        BufferedReader first = reader(open(http, "/feed/notes"));
        for (int i = 1; i <= 2; i++) {
            http.post("/feed/notes?number=" + i + "&text=n", "").expect(204);
        }
        String last = event(first);
        String id = last.substring("id: ".length(), last.indexOf('\n'));
        assertEquals(note(2), withoutId(event(first)));
        first.close();

        BufferedReader again = reader(open(http, "/feed/notes", "Last-Event-ID", id));
        assertEquals(note(2), withoutId(event(again)));
        http.post("/feed/notes?number=3&text=n", "").expect(204);
        assertEquals(note(3), withoutId(event(again)));
        again.close();

        BufferedReader unknown = reader(open(http, "/feed/notes", "Last-Event-ID", id)); // the history has 2 and 3
        assertEquals(note(2), withoutId(event(unknown)));
        assertEquals(note(3), withoutId(event(unknown)));
        unknown.close();
    }

    @Test
    void sendsAndClosesAStream(TestHttp http) {
        assertEquals(
                ":\n\nid: 2\ndata: 1\n\nid: 3\ndata: 2\n\n",
                http.get("/feed/numbers", "Last-Event-ID", "1").expect(200).body());
        http.send(http.request("/feed/numbers").method("HEAD", HttpRequest.BodyPublishers.noBody()))
                .expect(200);
        // The engine closes a body after the client has received the end of the response.
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!http.get("/feed/closed").expect(200).body().equals("2") && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        assertEquals("2", http.get("/feed/closed").expect(200).body());
    }
}

package io.jetalyst.testkit;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The server-sent events of one response, read as a browser reads them (WHATWG HTML §9.2).
 *
 * <pre>{@code
 * try (TestEvents edits = http.events("/articles/7/events", "Last-Event-ID", "41")) {
 *     assertEquals(new TestEvent("edit", "42", "{\"title\":\"One\"}"), edits.next());
 *     assertEquals("Two", edits.next(Edit.class).title());
 * }
 * }</pre>
 *
 * <p>Comments are skipped; read them with {@link TestHttp#stream}. The client does not reconnect. A wait ends after the {@linkplain
 * TestApp#timeout timeout of the TestApp}, even if comments arrive. A failure shows the request and the last lines. For one thread.
 */
public final class TestEvents implements AutoCloseable {
    private final HttpResponse<Lines> response;
    private final Json json;
    private Optional<Duration> reconnectionTime = Optional.empty();
    private String id = "";

    private TestEvents(HttpResponse<Lines> response, Json json) {
        this.response = response;
        this.json = json;
    }

    static TestEvents of(HttpResponse<Lines> response, Json json) {
        String type = response.headers().firstValue("Content-Type").orElse("");
        if (response.statusCode() != 200 || !type.startsWith("text/event-stream")) {
            throw new AssertionError("expected server-sent events: " + TestStream.whole(response, json));
        }
        return new TestEvents(response, json);
    }

    public HttpHeaders headers() {
        return response.headers();
    }

    /** Returns the time of the last field {@code retry} that the test has read; empty if there was none. */
    public Optional<Duration> reconnectionTime() {
        return reconnectionTime;
    }

    /**
     * Waits for the next event.
     *
     * @throws AssertionError if the content ends, or no event arrives in time
     */
    public TestEvent next() {
        return read("an event").orElseThrow(() -> lines().failure("the events have ended, but the test waits for one"));
    }

    /**
     * Waits for the next event and returns the value of its data, read from JSON by the application's codec.
     *
     * @throws AssertionError if the data is not valid JSON of this type, the content ends, or no event arrives in time
     */
    public <T> T next(Class<T> type) {
        return TestStream.read(next().data(), type, lines(), json);
    }

    /**
     * Waits until the application ends the response.
     *
     * @throws AssertionError if another event arrives, or the response does not end in time
     */
    public void awaitEnd() {
        read("the end of the events").ifPresent(event -> {
            throw lines().failure("the test waits for the end of the events, but read " + event);
        });
    }

    /** Closes the connection, if the response has not ended. */
    @Override
    public void close() {
        lines().cancel();
    }

    private Lines lines() {
        return response.body();
    }

    /** Reads up to the empty line that ends an event; an event without data is none. */
    private Optional<TestEvent> read(String wanted) {
        String name = "";
        List<String> data = new ArrayList<>();
        while (true) {
            Optional<String> line = lines().next(wanted);
            if (line.isEmpty()) {
                return Optional.empty();
            }
            String field = fieldOf(line.get());
            String value = valueOf(line.get());
            switch (field) {
                case "event" -> name = value;
                case "data" -> data.add(value);
                case "id" -> id = value;
                case "retry" -> reconnectionTime = Optional.of(Duration.ofMillis(Long.parseLong(value)));
                default -> {} // a comment, or a field that browsers ignore
            }
            if (line.get().isEmpty()) {
                if (!data.isEmpty()) {
                    return Optional.of(new TestEvent(name.isEmpty() ? "message" : name, id, String.join("\n", data)));
                }
                name = "";
            }
        }
    }

    private static String fieldOf(String line) {
        int colon = line.indexOf(':');
        return colon < 0 ? line : line.substring(0, colon);
    }

    private static String valueOf(String line) {
        int colon = line.indexOf(':');
        String value = colon < 0 ? "" : line.substring(colon + 1);
        return value.startsWith(" ") ? value.substring(1) : value;
    }
}

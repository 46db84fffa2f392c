package io.jetalyst.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.jetalyst.codec.MalformedBodyException;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A response whose content the test reads line by line while the application sends it: text, CSV, JSON values each on a line.
 *
 * <pre>{@code
 * try (TestStream prices = http.stream("/prices", "Accept", "application/x-ndjson").expect(200)) {
 *     assertEquals(new Price("ACME", 7), prices.next(Price.class));
 *     market.publish(new Price("ACME", 8));
 *     assertEquals(new Price("ACME", 8), prices.next(Price.class));
 * }
 * }</pre>
 *
 * <p>No line is read from the connection before the test asks for the one before it. A wait ends after the {@linkplain TestApp#timeout timeout
 * of the TestApp}. A failure shows the request and the last lines. For one thread.
 */
public final class TestStream implements AutoCloseable {
    private final HttpResponse<Lines> response;
    private final Json json;

    TestStream(HttpResponse<Lines> response, Json json) {
        this.response = response;
        this.json = json;
    }

    public int status() {
        return response.statusCode();
    }

    public HttpHeaders headers() {
        return response.headers();
    }

    /**
     * Asserts the status, and returns this stream.
     *
     * @throws AssertionError if the status is another; the message shows the whole response
     */
    public TestStream expect(int status) {
        if (status() != status) {
            throw new AssertionError("expected status " + status + ": " + whole(response, json));
        }
        return this;
    }

    /**
     * Waits for the next line and returns it without its line break.
     *
     * @throws AssertionError if the content ends, or no line arrives in time
     */
    public String next() {
        return line("a line")
                .orElseThrow(() -> lines().failure("the content has ended, but the test waits for a line"));
    }

    /**
     * Waits for the next line and returns its value, read from JSON by the application's codec.
     *
     * @throws AssertionError if the line is not valid JSON of this type, the content ends, or no line arrives in time
     */
    public <T> T next(Class<T> type) {
        return read(next(), type, lines(), json);
    }

    /** Waits until the content ends, and returns the lines that the test has not read yet. */
    public List<String> rest() {
        List<String> rest = new ArrayList<>();
        Optional<String> line = line("the end of the content");
        while (line.isPresent()) {
            rest.add(line.get());
            line = line("the end of the content");
        }
        return rest;
    }

    /** Closes the connection, if the content has not ended. */
    @Override
    public void close() {
        lines().cancel();
    }

    private Lines lines() {
        return response.body();
    }

    private Optional<String> line(String wanted) {
        return lines().next(wanted);
    }

    static <T> T read(String text, Class<T> type, Lines lines, Json json) {
        try {
            Object value = json.read(type, text.getBytes(UTF_8));
            if (type.isInstance(value)) {
                return type.cast(value);
            }
            throw lines.failure("the test expects " + type.getSimpleName() + ", but read " + text);
        } catch (MalformedBodyException e) {
            throw lines.failure("the test expects JSON of " + type.getSimpleName() + ", but read " + text, e);
        }
    }

    /** Reads the rest of the content, for a failure that shows the whole response. */
    static TestResponse whole(HttpResponse<Lines> response, Json json) {
        String content = String.join("\n", new TestStream(response, json).rest());
        return new TestResponse(response, content.getBytes(UTF_8), Transport.line(response), json);
    }
}

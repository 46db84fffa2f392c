package io.jetalyst.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.jetalyst.codec.MalformedBodyException;
import java.net.http.HttpHeaders;
import java.util.stream.Collectors;

/**
 * A response of the application under test. Every failure shows the request and the whole response, as {@link #toString} does.
 *
 * <pre>{@code
 * TestResponse home = http.get("/").expect(303);
 * assertEquals("/hello/world", home.header("Location"));
 * }</pre>
 */
public final class TestResponse {
    private final String request;
    private final int status;
    private final HttpHeaders headers;
    private final String body;
    private final Json json;

    TestResponse(String request, int status, HttpHeaders headers, String body, Json json) {
        this.request = request;
        this.status = status;
        this.headers = headers;
        this.body = body;
        this.json = json;
    }

    public int status() {
        return status;
    }

    /**
     * Asserts the status, and returns this response.
     *
     * @throws AssertionError if the status is another
     */
    public TestResponse expect(int status) {
        if (this.status != status) {
            throw new AssertionError("expected status " + status + ": " + this);
        }
        return this;
    }

    /**
     * Returns the first value of a header.
     *
     * @throws AssertionError if the response has no such header
     */
    public String header(String name) {
        return headers.firstValue(name)
                .orElseThrow(() -> new AssertionError("expected a header " + name + ": " + this));
    }

    /** Returns all headers; use it for headers that may be absent or occur more than once. */
    public HttpHeaders headers() {
        return headers;
    }

    /** Returns the body as text. */
    public String body() {
        return body;
    }

    /**
     * Returns the body as a value, read from JSON by the application's codec.
     *
     * @throws AssertionError if the body is not valid JSON of this type
     */
    public <T> T json(Class<T> type) {
        try {
            Object value = json.read(type, body.getBytes(UTF_8));
            if (type.isInstance(value)) {
                return type.cast(value);
            }
            throw new AssertionError("expected " + type.getSimpleName() + ": " + this);
        } catch (MalformedBodyException e) {
            throw new AssertionError("expected JSON of " + type.getSimpleName() + ": " + this, e);
        }
    }

    /** Shows the request line, then status, headers and body of the response. */
    @Override
    public String toString() {
        String fields = headers.map().entrySet().stream()
                .map(field -> "\n  " + field.getKey() + ": " + String.join(", ", field.getValue()))
                .collect(Collectors.joining());
        return request + " was answered with " + status + fields + (body.isEmpty() ? "" : "\n\n" + body);
    }
}

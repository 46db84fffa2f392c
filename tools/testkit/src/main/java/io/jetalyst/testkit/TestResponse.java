package io.jetalyst.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.jetalyst.codec.MalformedBodyException;
import java.net.http.HttpHeaders;
import java.util.stream.Collectors;

/**
 * What the application answered. Each failure shows the request and the whole answer, so does {@link #toString}.
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
     * Itself, if it has this status.
     *
     * @throws AssertionError if it has another
     */
    public TestResponse expect(int status) {
        if (this.status != status) {
            throw new AssertionError("expected status " + status + ": " + this);
        }
        return this;
    }

    /**
     * The first value of a header.
     *
     * @throws AssertionError if there is none
     */
    public String header(String name) {
        return headers.firstValue(name)
                .orElseThrow(() -> new AssertionError("expected a header " + name + ": " + this));
    }

    /** All headers, to look for those that may be absent or come twice. */
    public HttpHeaders headers() {
        return headers;
    }

    /** The body as text. */
    public String body() {
        return body;
    }

    /**
     * The body's JSON, read by the application's codec.
     *
     * @throws AssertionError if it is no JSON of this type
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

    /** The request's line, then the answer's status, headers and body. */
    @Override
    public String toString() {
        String fields = headers.map().entrySet().stream()
                .map(field -> "\n  " + field.getKey() + ": " + String.join(", ", field.getValue()))
                .collect(Collectors.joining());
        return request + " was answered with " + status + fields + (body.isEmpty() ? "" : "\n\n" + body);
    }
}

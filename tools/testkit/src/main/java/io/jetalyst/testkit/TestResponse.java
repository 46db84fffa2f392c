package io.jetalyst.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.jetalyst.codec.MalformedBodyException;
import io.jetalyst.support.Types;
import java.lang.reflect.Type;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A response of the application under test. Every failure shows the request and the whole response, as {@link #toString} does.
 *
 * <pre>{@code
 * TestResponse home = http.get("/").expect(303);
 * assertEquals("/hello/world", home.header("Location"));
 * assertEquals(List.of(lobby), http.get("/rooms").expect(200).jsonList(Room.class));
 * assertEquals("required", http.post("/rooms", Map.of()).expect(400).problem().error("/name").code());
 * }</pre>
 */
public final class TestResponse {
    private static final Pattern CHARSET = Pattern.compile("charset=\"?([^\\s;\"]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern TEXT = Pattern.compile("text/.*|.*(json|xml|form-urlencoded|javascript).*|");

    private final String request;
    private final String path;
    private final int status;
    private final HttpHeaders headers;
    private final byte[] content;
    private final Json json;

    TestResponse(HttpResponse<?> response, byte[] content, String request, Json json) {
        this.request = request;
        this.path = Transport.path(response.request().uri());
        this.status = response.statusCode();
        this.headers = response.headers();
        this.content = content;
        this.json = json;
    }

    public int status() {
        return status;
    }

    /** Returns the path and the query of the request; if the client followed redirects, those of the last one. */
    public String path() {
        return path;
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

    /** Returns the body as text, in the charset of its {@code Content-Type} or in UTF-8. */
    public String body() {
        Matcher charset = CHARSET.matcher(type());
        return new String(content, charset.find() ? Charset.forName(charset.group(1)) : UTF_8);
    }

    /** Returns the bytes of the body. */
    public byte[] bytes() {
        return content.clone();
    }

    /**
     * Returns the body as a value, read from JSON by the application's codec.
     *
     * @throws AssertionError if the body is not valid JSON of this type
     */
    public <T> T json(Class<T> type) {
        Object value = read(type.getSimpleName(), () -> json.read(type, content));
        if (type.isInstance(value)) {
            return type.cast(value);
        }
        throw new AssertionError("expected " + type.getSimpleName() + ": " + this);
    }

    /**
     * Returns the body as a value of a generic type: {@code json(new TypeOf<Page<Article>>() {})}.
     *
     * @throws AssertionError if the body is not valid JSON of this type
     */
    @SuppressWarnings("unchecked") // the codec reads values of that type
    public <T> T json(TypeOf<T> type) {
        return (T) read(type.toString(), () -> json.read(type.type(), content));
    }

    /**
     * Returns the body as a list of values.
     *
     * @throws AssertionError if the body is not a valid JSON array of this type
     */
    @SuppressWarnings("unchecked") // the codec reads lists of that type
    public <T> List<T> jsonList(Class<T> type) {
        Type list = Types.of(List.class, type);
        return (List<T>) read("a list of " + type.getSimpleName(), () -> json.read(list, content));
    }

    /**
     * Returns the problem document of this response, which must be {@code application/problem+json} (RFC 9457). The application needs a JSON
     * codec.
     *
     * @throws AssertionError if the response has another media type
     */
    public TestProblem problem() {
        if (!type().startsWith("application/problem+json")) {
            throw new AssertionError("expected a problem document: " + this);
        }
        Type members = Types.of(Map.class, String.class, Object.class);
        return new TestProblem(this, (Map<?, ?>) read("a problem document", () -> json.read(members, content)));
    }

    private Object read(String wanted, Supplier<@Nullable Object> reading) {
        try {
            Object value = reading.get();
            if (value != null) {
                return value;
            }
            throw new AssertionError("expected JSON of " + wanted + ": " + this);
        } catch (MalformedBodyException e) {
            throw new AssertionError("expected JSON of " + wanted + ": " + this, e);
        }
    }

    private String type() {
        return headers.firstValue("Content-Type").orElse("").toLowerCase(Locale.ROOT);
    }

    /** Shows the request line, then status, headers and body of the response. */
    @Override
    public String toString() {
        String fields = headers.map().entrySet().stream()
                .map(field -> "\n  " + field.getKey() + ": " + String.join(", ", field.getValue()))
                .collect(Collectors.joining());
        return request + " was answered with " + status + fields + (content.length == 0 ? "" : "\n\n" + shown());
    }

    private String shown() {
        return TEXT.matcher(type()).matches() ? body() : "(" + content.length + " bytes)";
    }
}

package io.jetalyst.http;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A problem with a request. The client receives it as {@code application/problem+json} (RFC 9457), or as a page if it prefers HTML.
 *
 * <p>Controller methods, filters and handshakes throw it. The client receives the detail as it is, so the detail must not name anything internal. The
 * exception has no stack trace, because it is an expected answer and not a failure. Immutable; each method with a change returns a new problem.
 *
 * <pre>{@code
 * throw HttpProblem.of(Status.FORBIDDEN, "Only members may open this room.");
 * }</pre>
 */
public class HttpProblem extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Status status;
    private final transient Map<String, String> members;
    private final transient List<HeaderField> headers;
    private final transient List<InputError> errors;

    private HttpProblem(
            Status status,
            String detail,
            Map<String, String> members,
            List<HeaderField> headers,
            List<InputError> errors) {
        super(detail, null, false, false);
        this.status = status;
        this.members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        this.headers = List.copyOf(headers);
        this.errors = List.copyOf(errors);
    }

    /** The same problem as an instance of a subclass. */
    protected HttpProblem(HttpProblem problem) {
        this(problem.status, problem.detail(), problem.members, problem.headers, problem.errors);
    }

    /** A problem of this status; the detail is a sentence for the client. */
    public static HttpProblem of(Status status, String detail) {
        return new HttpProblem(status, detail, Map.of(), List.of(), List.of());
    }

    /**
     * A problem with the input of a request. Its detail is the sentence of the error if there is one only.
     *
     * @throws IllegalArgumentException if there is no error
     */
    public static HttpProblem of(Status status, List<InputError> errors) {
        if (errors.isEmpty()) {
            throw new IllegalArgumentException("a problem with the input has an error");
        }
        String detail = errors.size() == 1
                ? errors.get(0).sentence()
                : "The request has " + errors.size() + " values that are not valid.";
        return new HttpProblem(status, detail, Map.of(), List.of(), errors);
    }

    /** 400. */
    public static HttpProblem badRequest(String detail) {
        return of(Status.BAD_REQUEST, detail);
    }

    /** 404. */
    public static HttpProblem notFound(String detail) {
        return of(Status.NOT_FOUND, detail);
    }

    /** The same problem with an extension member (RFC 9457 §3.2). */
    public HttpProblem with(String member, String value) {
        Map<String, String> more = new LinkedHashMap<>(members);
        more.put(member, value);
        return new HttpProblem(status, detail(), more, headers, errors);
    }

    /**
     * The same problem, whose response has this field in place of all fields of its name.
     *
     * @throws IllegalArgumentException if name or value is not allowed in a header
     */
    public HttpProblem header(String name, String value) {
        return with(ResponseFields.replace(
                headers, new HeaderField(name, value), field -> field.name().equalsIgnoreCase(name)));
    }

    /** The same problem, whose response has one more field, beside those of its name ({@code WWW-Authenticate}, {@code Set-Cookie}). */
    public HttpProblem addHeader(String name, String value) {
        return with(ResponseFields.replace(headers, new HeaderField(name, value), field -> false));
    }

    private HttpProblem with(List<HeaderField> fields) {
        return new HttpProblem(status, detail(), members, fields, errors);
    }

    /** The same problem with these mistakes and this detail in place of its own, such as ones in another language. */
    public HttpProblem with(List<InputError> otherErrors, String detail) {
        return new HttpProblem(status, detail, members, headers, otherErrors);
    }

    public Status status() {
        return status;
    }

    public String detail() {
        return Optional.<@Nullable String>ofNullable(getMessage()).orElse("");
    }

    /** The extension members, in the order in which they were added. */
    public Map<String, String> members() {
        return members;
    }

    public List<HeaderField> headers() {
        return headers;
    }

    /** The mistakes in the input of the request, in the order of the parameters; empty if the problem is of another kind. */
    public List<InputError> errors() {
        return errors;
    }
}

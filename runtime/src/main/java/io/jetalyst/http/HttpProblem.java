package io.jetalyst.http;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A problem with a request, sent to the client as {@code application/problem+json} (RFC 9457), or as a small page where a
 * page was asked for.
 *
 * <p>It can be thrown from any controller method, filter or handshake. The detail is sent to the client as it is, so it names
 * nothing internal. Thrown often and expected, it carries no stack trace.
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

    protected HttpProblem(Status status, String detail, Map<String, String> members, List<HeaderField> headers) {
        super(detail, null, false, false);
        this.status = status;
        this.members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        this.headers = List.copyOf(headers);
    }

    /** A problem of this status; the detail is a sentence for the client. */
    public static HttpProblem of(Status status, String detail) {
        return new HttpProblem(status, detail, Map.of(), List.of());
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
        return new HttpProblem(status, detail(), more, headers);
    }

    /** The same problem, answered with one more header field. */
    public HttpProblem header(String name, String value) {
        List<HeaderField> more = new ArrayList<>(headers);
        more.add(new HeaderField(name, value));
        return new HttpProblem(status, detail(), members, more);
    }

    public Status status() {
        return status;
    }

    public String detail() {
        return Optional.<@Nullable String>ofNullable(getMessage()).orElse("");
    }

    /** Extension members in the order they were added. */
    public Map<String, String> members() {
        return members;
    }

    public List<HeaderField> headers() {
        return headers;
    }
}

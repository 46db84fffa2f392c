package io.jetalyst.http;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A whole answer: status, header fields, body. Immutable; each method that changes something returns a new one.
 *
 * <pre>{@code
 * return Response.text("try later").status(Status.SERVICE_UNAVAILABLE).header("Retry-After", "30");
 * }</pre>
 */
public final class Response implements Result {
    private static final byte[] NOTHING = new byte[0];

    private final Status status;
    private final List<HeaderField> headers;
    private final byte[] body;

    private Response(Status status, List<HeaderField> headers, byte[] body) {
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    /** An answer without a body. */
    public static Response of(Status status) {
        return new Response(requireNonNull(status), List.of(), NOTHING);
    }

    /** 200 with plain text in UTF-8. */
    public static Response text(String text) {
        return bytes(MediaType.TEXT_PLAIN, text.getBytes(StandardCharsets.UTF_8));
    }

    /** 200 with a page in UTF-8. The caller has escaped what it put in; a view does that by itself. */
    public static Response html(String html) {
        return bytes(MediaType.TEXT_HTML, html.getBytes(StandardCharsets.UTF_8));
    }

    /** 200 with these bytes, which now belong to the response and must not change. */
    public static Response bytes(String contentType, byte[] body) {
        return new Response(Status.OK, List.of(new HeaderField("Content-Type", contentType)), requireNonNull(body));
    }

    /**
     * 303, which a browser follows with GET (RFC 9110 §15.4.4).
     *
     * @param path a path on this application, beginning with one {@code /}
     * @throws IllegalArgumentException if the path could lead to another host
     */
    public static Response seeOther(String path) {
        if (!path.startsWith("/") || path.startsWith("//") || path.startsWith("/\\")) {
            throw new IllegalArgumentException(
                    "a redirect leads to a path on this host, beginning with one /: " + path);
        }
        return of(Status.SEE_OTHER).header("Location", path);
    }

    public Status status() {
        return status;
    }

    /** The fields in the order they were added. */
    public List<HeaderField> headers() {
        return headers;
    }

    /** The first value of this field, its name compared without case. */
    public Optional<String> header(String name) {
        for (HeaderField field : headers) {
            if (field.name().equalsIgnoreCase(name)) {
                return Optional.of(field.value());
            }
        }
        return Optional.empty();
    }

    /** The body, empty where there is none. Not a copy: do not change it. */
    public byte[] body() {
        return body;
    }

    /** The same answer with another status. */
    public Response status(Status status) {
        return new Response(requireNonNull(status), headers, body);
    }

    /**
     * The same answer with this field in place of all fields of its name.
     *
     * @throws IllegalArgumentException if name or value may not stand in a header
     */
    public Response header(String name, String value) {
        List<HeaderField> changed = new ArrayList<>(headers.size() + 1);
        for (HeaderField field : headers) {
            if (!field.name().equalsIgnoreCase(name)) {
                changed.add(field);
            }
        }
        changed.add(new HeaderField(name, value));
        return new Response(status, List.copyOf(changed), body);
    }

    /** The same answer with one more field, beside those that have its name ({@code Set-Cookie}, {@code Vary}). */
    public Response addHeader(String name, String value) {
        List<HeaderField> changed = new ArrayList<>(headers);
        changed.add(new HeaderField(name, value));
        return new Response(status, List.copyOf(changed), body);
    }

    /** The same answer with those of these fields beside its own whose names it does not have yet. */
    public Response defaultHeaders(List<HeaderField> defaults) {
        List<HeaderField> changed = new ArrayList<>(headers.size() + defaults.size());
        changed.addAll(headers);
        for (HeaderField field : defaults) {
            if (header(field.name()).isEmpty()) {
                changed.add(field);
            }
        }
        return new Response(status, List.copyOf(changed), body);
    }

    @Override
    public Response map(UnaryOperator<Response> change) {
        return change.apply(this);
    }
}

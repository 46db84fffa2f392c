package io.jetalyst.http;

import static java.util.Objects.requireNonNull;

import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Flow;
import java.util.function.UnaryOperator;

/**
 * A status, header fields and a body. Immutable; each method with a change returns a new response, which has the same body.
 *
 * <pre>{@code
 * return Response.text("try later").status(Status.SERVICE_UNAVAILABLE).header("Retry-After", "30");
 * }</pre>
 */
public final class Response implements Result {
    private static final String CONTENT_TYPE = "Content-Type";
    /** Engines may keep the encoded form of fields that are the same object in every response. */
    private static final HeaderField TEXT_PLAIN = new HeaderField(CONTENT_TYPE, MediaType.TEXT_PLAIN);

    private static final HeaderField TEXT_HTML = new HeaderField(CONTENT_TYPE, MediaType.TEXT_HTML);
    private static final HeaderField JSON = new HeaderField(CONTENT_TYPE, MediaType.JSON);

    private final Status status;
    private final List<HeaderField> headers;
    private final ResponseBody body;

    private Response(Status status, List<HeaderField> headers, ResponseBody body) {
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    /** A response without a body. */
    public static Response of(Status status) {
        return new Response(requireNonNull(status), List.of(), ResponseBody.EMPTY);
    }

    /** 200 with this body. */
    public static Response of(String contentType, ResponseBody body) {
        return new Response(Status.OK, List.of(contentType(contentType)), requireNonNull(body));
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
        return of(contentType, new ResponseBody.Bytes(requireNonNull(body)));
    }

    /**
     * 200 with the bytes of this stream, which the engine reads on a thread for blocking tasks and closes.
     *
     * <pre>{@code
     * return Response.stream("text/csv", report.openStream());
     * }</pre>
     */
    public static Response stream(String contentType, InputStream body) {
        return of(contentType, new ResponseBody.Input(requireNonNull(body), -1));
    }

    /** 200 with the parts of this publisher, which the engine requests at the pace of the client. */
    public static Response stream(String contentType, Flow.Publisher<ByteBuffer> body) {
        return of(contentType, new ResponseBody.Stream(requireNonNull(body), -1, () -> {}));
    }

    /** 200 with the bytes that the writer writes, on a thread for blocking tasks and at the pace of the client. */
    public static Response write(String contentType, ResponseBody.Writer body) {
        return of(contentType, new ResponseBody.Output(requireNonNull(body), -1));
    }

    private static HeaderField contentType(String value) {
        return switch (value) {
            case MediaType.TEXT_PLAIN -> TEXT_PLAIN;
            case MediaType.TEXT_HTML -> TEXT_HTML;
            case MediaType.JSON -> JSON;
            default -> new HeaderField(CONTENT_TYPE, value);
        };
    }

    /**
     * A redirect with 303, which a browser follows with GET (RFC 9110 §15.4.4).
     *
     * <pre>{@code
     * return Response.seeOther("/rooms/" + room.id());
     * }</pre>
     *
     * @param path a path of this application, see {@link #redirect}
     * @throws IllegalArgumentException if the path could lead to another host
     */
    public static Response seeOther(String path) {
        return redirect(Status.SEE_OTHER, path);
    }

    /**
     * A redirect to a path of this application. For another host, set {@code Location} with {@link #header}.
     *
     * @param status 301, 302, 303, 307 or 308
     * @param path an absolute path with or without a query, beginning with one {@code /} and percent-encoded: browsers remove tabs and line
     *     breaks and take {@code \} for {@code /}, so a path with such a character could lead to another host
     * @throws IllegalArgumentException if the path is not a URI reference of that form (RFC 3986 §4.2), or the status is another one
     */
    public static Response redirect(Status status, String path) {
        if (status.code() < 301 || status.code() > 308 || (status.code() > 303 && status.code() < 307)) {
            throw new IllegalArgumentException("not the status of a redirect: " + status);
        }
        if (!isLocalPath(path)) {
            throw new IllegalArgumentException(
                    "a redirect leads to a percent-encoded path of this host that begins with one /");
        }
        return of(status).header("Location", path);
    }

    private static boolean isLocalPath(String path) {
        if (!path.startsWith("/") || path.startsWith("//")) {
            return false;
        }
        try {
            URI uri = new URI(path);
            return uri.getScheme() == null
                    && uri.getRawAuthority() == null
                    && path.chars().allMatch(c -> c > ' ' && c < 0x7f);
        } catch (URISyntaxException e) {
            return false;
        }
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

    /** The content; {@link ResponseBody#EMPTY} if there is none. */
    public ResponseBody body() {
        return body;
    }

    /** The same response with another body, in place of this one's, which the caller closes if it is not used any more. */
    public Response body(ResponseBody body) {
        return new Response(status, headers, requireNonNull(body));
    }

    /** Closes the body of a response that is not sent. An engine does so with each response that it gets. */
    public void close() {
        body.close();
    }

    /** The same answer with another status. */
    public Response status(Status status) {
        return new Response(requireNonNull(status), headers, body);
    }

    /**
     * The same answer with this field in place of all fields of its name.
     *
     * @throws IllegalArgumentException if name or value is not allowed in a header
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
        HeaderField[] changed = headers.toArray(new HeaderField[headers.size() + defaults.size()]);
        int size = headers.size();
        for (int i = 0; i < defaults.size(); i++) {
            HeaderField field = defaults.get(i);
            if (!hasHeader(field.name())) {
                changed[size++] = field;
            }
        }
        // Every response passes here, so that the array is not copied once more.
        List<HeaderField> all = Collections.unmodifiableList(Arrays.asList(changed));
        return new Response(status, size == changed.length ? all : all.subList(0, size), body);
    }

    private boolean hasHeader(String name) {
        for (int i = 0; i < headers.size(); i++) {
            if (headers.get(i).name().equalsIgnoreCase(name)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Response map(UnaryOperator<Response> change) {
        return change.apply(this);
    }
}

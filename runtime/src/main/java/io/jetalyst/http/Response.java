package io.jetalyst.http;

import static java.util.Objects.requireNonNull;

import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Flow;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A status, header fields and a body. Immutable; each method with a change returns a new response, which has the same body.
 *
 * <pre>{@code
 * return Response.text("try later").status(Status.SERVICE_UNAVAILABLE).header("Retry-After", "30");
 * }</pre>
 */
public final class Response implements Result {
    private static final String CONTENT_TYPE = "Content-Type";
    /** The header fields of most responses: the same objects in all of them, so that a response costs less. */
    private static final List<HeaderField> TEXT_PLAIN = List.of(new HeaderField(CONTENT_TYPE, MediaType.TEXT_PLAIN));

    private static final List<HeaderField> TEXT_HTML = List.of(new HeaderField(CONTENT_TYPE, MediaType.TEXT_HTML));
    private static final List<HeaderField> JSON = List.of(new HeaderField(CONTENT_TYPE, MediaType.JSON));

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
        return new Response(Status.OK, contentType(contentType), requireNonNull(body));
    }

    /** 200 with plain text in UTF-8. */
    public static Response text(String text) {
        return bytes(MediaType.TEXT_PLAIN, text.getBytes(StandardCharsets.UTF_8));
    }

    /** 200 with a page in UTF-8. The caller has escaped what it put in; a view does that by itself. */
    public static Response html(String html) {
        return bytes(MediaType.TEXT_HTML, html.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * 200 with the JSON of this value, by the codec of the application. A value of a sealed type has its discriminator. The value must not
     * change before the response is sent.
     *
     * <pre>{@code
     * return Response.json(room).etag(room.version());
     * }</pre>
     *
     * @param value a value of a type that the codec knows, or a collection, a map with strings as keys, or an {@code Optional} of such values.
     *     For any other value the response is 500. Where the type is known before, a method that returns the value itself is better: it fails
     *     when the application starts.
     */
    public static Response json(Object value) {
        return of(MediaType.JSON, new ResponseBody.Json(value));
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

    /**
     * 200 with the characters that the writer writes, encoded in UTF-8. They are sent while it writes, so the memory that the response takes
     * does not depend on its length.
     *
     * <pre>{@code
     * return Response.writeText(MediaType.TEXT_CSV, out -> {
     *     for (Row row : rows) {
     *         out.append(row.name()).append(',').append(row.value()).append("\r\n");
     *     }
     * });
     * }</pre>
     */
    public static Response writeText(String contentType, ResponseBody.TextWriter body) {
        requireNonNull(body);
        return write(contentType, out -> {
            Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            body.writeTo(text);
            text.flush();
        });
    }

    /**
     * 200 with a file: its media type by its name, its size and time of change as {@code ETag} and {@code Last-Modified}. The framework
     * answers requests for ranges, and sends 304 to a client that has this version. The engine reads the file while it sends it; if the file
     * becomes shorter meanwhile, the connection ends, so that the client sees the truncation. This method reads the attributes of the file,
     * which can block.
     *
     * @throws HttpProblem 404 if there is no such file, or it is a directory
     */
    public static Response file(Path file) {
        return FileResponses.of(file);
    }

    /**
     * The same with a file in this directory or below it, under a name that the client sent.
     *
     * <pre>{@code
     * @Get("/files/{*name}")
     * Response file(String name) {
     *     return Response.file(directory, name);
     * }
     * }</pre>
     *
     * @param name a relative path with slashes
     * @throws HttpProblem 404 if there is no such file, or the name leads out of the directory, also by a symbolic link, or has a part that
     *     begins with a dot
     */
    public static Response file(Path directory, String name) {
        return FileResponses.of(directory, name);
    }

    /**
     * 200 with a resource of the class path or module path, as for a {@link #file(Path) file}. The tag of a resource in a JAR file is made
     * of its content.
     *
     * <pre>{@code
     * return Response.resource(Site.class.getResource("logo.svg"));
     * }</pre>
     *
     * @param resource the result of {@code getResource}; for a name that a client sent, use {@link #resource(String, Function)}
     * @throws HttpProblem 404 if it is {@code null} or a directory
     */
    public static Response resource(@Nullable URL resource) {
        return FileResponses.of(resource);
    }

    /**
     * The same with a resource under a name that the client sent.
     *
     * <pre>{@code
     * return Response.resource(name, safe -> Site.class.getResource("static/" + safe));
     * }</pre>
     *
     * @param name a relative path with slashes
     * @param find called with the name if none of its parts begins with a dot
     * @throws HttpProblem 404 if the name is another one, or there is no such resource
     */
    public static Response resource(String name, Function<String, @Nullable URL> find) {
        return FileResponses.of(SafeName.isSafe(name) ? find.apply(name) : null);
    }

    private static List<HeaderField> contentType(String value) {
        return switch (value) {
            case MediaType.TEXT_PLAIN -> TEXT_PLAIN;
            case MediaType.TEXT_HTML -> TEXT_HTML;
            case MediaType.JSON -> JSON;
            default -> List.of(new HeaderField(CONTENT_TYPE, value));
        };
    }

    /**
     * A redirect with 303, which a browser follows with GET (RFC 9110 §15.4.4).
     *
     * <pre>{@code
     * return Response.seeOther("/rooms/" + room.id());
     * }</pre>
     *
     * @param path a path of this application; for other hosts and other statuses see {@link Redirect}
     * @throws IllegalArgumentException if the path could lead to another host
     */
    public static Response seeOther(String path) {
        return Redirect.to(Status.SEE_OTHER, path);
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

    /** The same answer, which sets this cookie too, in place of one that it has set with the same name, path and domain. */
    public Response cookie(Cookie cookie) {
        List<HeaderField> changed = new ArrayList<>(headers);
        changed.removeIf(cookie::replaces);
        changed.add(new HeaderField("Set-Cookie", cookie.toString()));
        return headers(changed);
    }

    /** The same answer, which gives the next page this message: the usual end of a form is {@code seeOther(path).flash(text)}. See {@link Flash}. */
    public Response flash(String text) {
        return flash(Flash.of(text));
    }

    /**
     * The same answer, which gives the next page these messages, in place of those that it had.
     *
     * @throws IllegalArgumentException if they are too long for a cookie, see {@link Flash#encode}
     */
    public Response flash(Flash flash) {
        return cookie(Cookie.of(Flash.COOKIE, flash.encode()).maxAge(Duration.ofMinutes(1)));
    }

    /**
     * The same answer with the tag of its version. The framework sends 304 instead to a client that has this version, and 412 to one that
     * requires another, if the method is {@code GET} or {@code HEAD}. For other methods see {@link Preconditions}.
     */
    public Response etag(EntityTag tag) {
        return header("ETag", tag.toString());
    }

    /** The same answer with the time at which its content was changed, in whole seconds, for conditions as with {@link #etag}. */
    public Response lastModified(Instant time) {
        return header("Last-Modified", HttpDate.format(time));
    }

    /**
     * The same answer, which a browser saves as a file.
     *
     * @param name any text, also from a client: folders before it are removed, and characters that a file name may not have are replaced
     */
    public Response attachment(String name) {
        return header("Content-Disposition", ContentDisposition.of("attachment", name));
    }

    /** The same answer, which a browser shows, and saves under this name if its user asks for that. */
    public Response inline(String name) {
        return header("Content-Disposition", ContentDisposition.of("inline", name));
    }

    /** The same answer, which depends on this field of the request too: the name is added to {@code Vary} if it is not listed. */
    public Response vary(String name) {
        for (HeaderField field : headers) {
            if (field.name().equalsIgnoreCase("Vary") && FieldLists.hasName(field.value(), name)) {
                return this;
            }
        }
        return addHeader("Vary", name);
    }

    /** The same answer with these fields in place of all its own. */
    public Response headers(List<HeaderField> fields) {
        return new Response(status, List.copyOf(fields), body);
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

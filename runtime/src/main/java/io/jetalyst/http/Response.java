package io.jetalyst.http;

import static java.util.Objects.requireNonNull;

import java.io.InputStream;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
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
        return new Response(Status.OK, ResponseFields.contentType(contentType), requireNonNull(body));
    }

    /** 200 with plain text in UTF-8. */
    public static Response text(String text) {
        return bytes(MediaType.TEXT_PLAIN, text.getBytes(StandardCharsets.UTF_8));
    }

    /** 200 with a page in UTF-8. The caller escapes every text in it; a view does that itself. */
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

    /** 200 with the bytes of this stream, which the engine reads on a thread for blocking tasks and closes. */
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
        return of(contentType, ResponseBody.Output.ofText(body));
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
     * @param resource the result of {@code Site.class.getResource("logo.svg")}; for a name that a client sent, use {@link #resource(String, Function)}
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

    /** A redirect with 303 to a route of this application: {@code Response.seeOther(RoomControllerLinks.show(7))}. */
    public static Response seeOther(Link link) {
        return seeOther(link.toString());
    }

    /**
     * A redirect with 303, which a browser follows with GET (RFC 9110 §15.4.4).
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

    /** The fields, in the order in which they were added. */
    public List<HeaderField> headers() {
        return headers;
    }

    /** The first value of this field, its name compared without case. */
    public Optional<String> header(String name) {
        return ResponseFields.first(headers, name);
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

    /** The same response with another status. */
    public Response status(Status status) {
        return new Response(requireNonNull(status), headers, body);
    }

    /**
     * The same response with this field in place of all fields of its name.
     *
     * @throws IllegalArgumentException if name or value is not allowed in a header
     */
    public Response header(String name, String value) {
        HeaderField added = new HeaderField(name, value);
        return with(ResponseFields.replace(headers, added, field -> field.name().equalsIgnoreCase(name)));
    }

    /** The same response with one more field, beside those that have its name ({@code Set-Cookie}, {@code Vary}). */
    public Response addHeader(String name, String value) {
        return with(ResponseFields.replace(headers, new HeaderField(name, value), field -> false));
    }

    /** The same response, which sets this cookie too, in place of one that it has set with the same name, path and domain. */
    public Response cookie(Cookie cookie) {
        HeaderField added = new HeaderField("Set-Cookie", cookie.toString());
        return with(ResponseFields.replace(headers, added, cookie::replaces));
    }

    /** The same response, which gives the next page this message: the usual end of a form is {@code seeOther(path).flash(text)}. See {@link Flash}. */
    public Response flash(String text) {
        return flash(Flash.of(text));
    }

    /**
     * The same response, which gives the next page these messages, in place of those that it had.
     *
     * @throws IllegalArgumentException if they are too long for a cookie, see {@link Flash#encode}
     */
    public Response flash(Flash flash) {
        return cookie(Cookie.of(Flash.COOKIE, flash.encode()).maxAge(Duration.ofMinutes(1)));
    }

    /**
     * The same response with the tag of its version. The framework sends 304 instead to a client that has this version, and 412 to one that
     * requires another, if the method is {@code GET} or {@code HEAD}. For other methods see {@link Preconditions}.
     */
    public Response etag(EntityTag tag) {
        return header("ETag", tag.toString());
    }

    /** The same response with the time at which its content was changed, in whole seconds, for conditions as with {@link #etag}. */
    public Response lastModified(Instant time) {
        return header("Last-Modified", HttpDate.format(time));
    }

    /**
     * The same response, which a browser saves as a file.
     *
     * @param name any text, also from a client: folders before it are removed, and characters that a file name may not have are replaced
     */
    public Response attachment(String name) {
        return header("Content-Disposition", ContentDisposition.of("attachment", name));
    }

    /** The same response, which a browser shows, and saves under this name if its user asks for that. */
    public Response inline(String name) {
        return header("Content-Disposition", ContentDisposition.of("inline", name));
    }

    /** The same response, which depends on this field of the request, too. It has one {@code Vary}, because some caches read only one of several. */
    public Response vary(String name) {
        return ResponseFields.varyOn(headers, name) ? this : headers(ResponseFields.vary(headers, name));
    }

    /** The same response with these fields in place of all its own. */
    public Response headers(List<HeaderField> fields) {
        return with(List.copyOf(fields));
    }

    /** The same response with those of these fields beside its own whose names it does not have yet. */
    public Response defaultHeaders(List<HeaderField> defaults) {
        return with(ResponseFields.withDefaults(headers, defaults));
    }

    /** @param fields nobody changes them */
    private Response with(List<HeaderField> fields) {
        return new Response(status, fields, body);
    }

    @Override
    public Response map(UnaryOperator<Response> change) {
        return change.apply(this);
    }
}

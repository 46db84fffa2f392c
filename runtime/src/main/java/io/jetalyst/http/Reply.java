package io.jetalyst.http;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The result of a controller method with a status, header fields and cookies beside its value. The value becomes the content as if the method
 * returned it alone: text, JSON, a view. Immutable; each method with a change returns a new reply.
 *
 * <pre>{@code
 * @Post
 * Reply<Article> create(NewArticle article) {
 *     Article created = articles.add(article);
 *     return Reply.created("/articles/" + created.id(), created).etag(created.tag());
 * }
 * }</pre>
 *
 * <p>A {@code Reply<Void>} never has content. A reply without a value may be returned for any type, so that a method of type
 * {@code Reply<View>} can answer with {@link #seeOther}.
 *
 * @param <T> the type of the value: any type that a method may return, except wrappers such as {@code Optional}
 */
public final class Reply<T> {
    private static final int MAX_NAMES = 100;

    /** Collects status and fields; its body is not sent. */
    private final Response head;

    private final @Nullable T value;
    private final boolean statusSet;

    private Reply(Response head, @Nullable T value, boolean statusSet) {
        this.head = head;
        this.value = value;
        this.statusSet = statusSet;
    }

    /** The value with the status that it has alone: 200. */
    public static <T> Reply<T> ok(T value) {
        return new Reply<>(Response.of(Status.OK), requireNonNull(value), false);
    }

    /** The value with this status. */
    public static <T> Reply<T> of(Status status, T value) {
        return new Reply<>(Response.of(status), requireNonNull(value), true);
    }

    /** This status without content. */
    public static <T> Reply<T> of(Status status) {
        return new Reply<>(Response.of(status), null, true);
    }

    /** 204. */
    public static <T> Reply<T> noContent() {
        return of(Status.NO_CONTENT);
    }

    /**
     * 201 with the new resource as content.
     *
     * @param location the URI of the new resource, such as {@code /articles/7}
     * @throws IllegalArgumentException if it is not a URI reference in US-ASCII
     */
    public static <T> Reply<T> created(String location, T value) {
        return of(Status.CREATED, value).location(location);
    }

    /** The same at a route of this application: {@code Reply.created(ArticleControllerLinks.show(7), article)}. */
    public static <T> Reply<T> created(Link location, T value) {
        return created(location.toString(), value);
    }

    /** The same without content. */
    public static <T> Reply<T> created(Link location) {
        return created(location.toString());
    }

    /** The same without content. */
    public static <T> Reply<T> created(String location) {
        return Reply.<T>of(Status.CREATED).location(location);
    }

    /**
     * 303: the browser gets the page at this path. The usual answer to a form.
     *
     * @throws IllegalArgumentException if the path could lead to another host, see {@link Redirect}
     */
    public static <T> Reply<T> seeOther(String path) {
        return new Reply<>(Response.seeOther(path), null, true);
    }

    /** The same to a route of this application: {@code Reply.seeOther(ArticleControllerLinks.list())}. */
    public static <T> Reply<T> seeOther(Link link) {
        return seeOther(link.toString());
    }

    /**
     * 303 with messages for that page: {@code Reply.seeOther(ArticleControllerLinks.list(), Flash.of("The article was saved."))}.
     *
     * @throws IllegalArgumentException if the messages are too long for a cookie
     */
    public static <T> Reply<T> seeOther(Link link, Flash flash) {
        return seeOther(link.toString(), flash);
    }

    /**
     * 303 with messages for the page at this path.
     *
     * @throws IllegalArgumentException if the path could lead to another host, or the messages are too long for a cookie
     */
    public static <T> Reply<T> seeOther(String path, Flash flash) {
        return new Reply<>(Response.seeOther(path).flash(flash), null, true);
    }

    /** The same reply with another status. */
    public Reply<T> status(Status status) {
        return new Reply<>(head.status(status), value, true);
    }

    /**
     * The same reply with this field in place of all fields of its name.
     *
     * @throws IllegalArgumentException if name or value is not allowed in a header
     */
    public Reply<T> header(String name, String text) {
        return with(head.header(name, text));
    }

    /** The same reply with one more field, beside those that have its name. */
    public Reply<T> addHeader(String name, String text) {
        return with(head.addHeader(name, text));
    }

    /** The same reply, which sets one more cookie. */
    public Reply<T> cookie(Cookie cookie) {
        return with(head.cookie(cookie));
    }

    /** The same reply, which gives the next page this message, see {@link Response#flash(String)}. */
    public Reply<T> flash(String text) {
        return with(head.flash(text));
    }

    /** The same reply, which gives the next page these messages, see {@link Response#flash(Flash)}. */
    public Reply<T> flash(Flash flash) {
        return with(head.flash(flash));
    }

    /** The same reply with the tag of its version, see {@link Response#etag}. */
    public Reply<T> etag(EntityTag tag) {
        return with(head.etag(tag));
    }

    /** The same reply with the time of the last change, see {@link Response#lastModified}. */
    public Reply<T> lastModified(Instant time) {
        return with(head.lastModified(time));
    }

    /** The same reply, which depends on this field of the request too, see {@link Response#vary}. */
    public Reply<T> vary(String name) {
        return with(head.vary(name));
    }

    private Reply<T> location(String location) {
        return header("Location", URI.create(location).toString());
    }

    private Reply<T> with(Response changed) {
        return new Reply<>(changed, value, statusSet);
    }

    public Status status() {
        return head.status();
    }

    /** The value; empty if the reply has no content. */
    public Optional<T> value() {
        return Optional.ofNullable(value);
    }

    /** The first value of this field, its name compared without case. */
    public Optional<String> header(String name) {
        return head.header(name);
    }

    /**
     * The response of this reply: the content of its value, with its status and fields. Fields of the reply replace those of the content; the names in {@code Vary} are added.
     *
     * @param content makes the response of the value
     */
    public Response toResponse(Function<T, Response> content) {
        if (value == null) {
            return head;
        }
        Response response = content.apply(value);
        response = statusSet ? response.status(head.status()) : response;
        for (HeaderField field : head.headers()) {
            if (field.name().equalsIgnoreCase("Vary")) {
                response = varied(response, field.value());
                continue;
            }
            boolean first = head.header(field.name()).equals(Optional.of(field.value()));
            boolean repeated = field.name().equalsIgnoreCase("Set-Cookie") || !first;
            response = repeated
                    ? response.addHeader(field.name(), field.value())
                    : response.header(field.name(), field.value());
        }
        return response;
    }

    private static Response varied(Response response, String names) {
        for (String name : FieldLists.split(names, ',', MAX_NAMES)) {
            response = response.vary(name);
        }
        return response;
    }
}

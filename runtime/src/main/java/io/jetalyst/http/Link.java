package io.jetalyst.http;

import static java.util.Objects.requireNonNull;

import java.lang.reflect.Array;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A link to a route of this application: a path and a query, both percent-encoded (RFC 3986 §3.3, §3.4). The compiler generates a class
 * {@code X}{@code Links} beside each controller, with a method for each route:
 *
 * <pre>{@code
 * return Response.seeOther(RoomControllerLinks.show("tea & cake"));     // Location: /rooms/tea%20%26%20cake
 *
 * <a href="${SearchControllerLinks.find("a b", 2).href(request)}">      // /app/search?q=a%20b&page=2, in a template
 *
 * URI socket = RoomControllerLinks.join("lobby").webSocket(request);    // wss://chat.example/app/rooms/lobby
 * }</pre>
 *
 * <p>A link does not have the base path of the application; {@link #href}, {@link #uri}, {@link #webSocket} and redirects add it. Immutable.
 */
public final class Link {
    private static final String HEX = "0123456789ABCDEF";

    private final String text;

    private Link(String text) {
        this.text = text;
    }

    /**
     * The link to a path with these values of its variables. Generated code calls this method; an application calls it for a path without a generated
     * link, such as {@code Link.to("/")}.
     *
     * @param path the path of a route, such as {@code /rooms/{room}}
     * @param values the value of each variable; enum constants by their names, all other objects by {@code toString()}
     * @throws IllegalArgumentException if a value cannot be in a path: one that is empty, {@code .} or {@code ..}, or has an unpaired surrogate
     */
    public static Link to(String path, Object... values) {
        StringBuilder text = new StringBuilder(path.length() + 16);
        int at = 0;
        for (Object value : values) {
            int start = path.indexOf('{', at);
            int end = path.indexOf('}', start);
            if (start < 0 || end < 0) {
                throw new IllegalArgumentException(
                        "the path " + path + " has less than " + values.length + " variables");
            }
            text.append(path, at, start);
            if (path.charAt(start + 1) == '*') {
                appendTail(path, text(value), text);
            } else {
                appendSegment(path, text(value), text);
            }
            at = end + 1;
        }
        if (path.indexOf('{', at) >= 0) {
            throw new IllegalArgumentException("the path " + path + " has more than " + values.length + " variables");
        }
        return new Link(text.append(path, at, path.length()).toString());
    }

    private static void appendTail(String path, String value, StringBuilder out) {
        String[] segments = value.split("/", -1);
        for (int i = 0; i < segments.length; i++) {
            if (i > 0) {
                out.append('/');
            }
            if (!segments[i].isEmpty()) {
                appendSegment(path, segments[i], out);
            }
        }
    }

    private static void appendSegment(String path, String value, StringBuilder out) {
        if (value.isEmpty() || value.equals(".") || value.equals("..")) {
            throw new IllegalArgumentException("\"" + value + "\" cannot be a segment of the path " + path);
        }
        append(value, out);
    }

    /**
     * The same link with one more parameter of its query.
     *
     * @param value the value, as in {@link #to}; a collection or an array of values; {@code null} or an empty {@code Optional} for none
     */
    public Link query(String name, @Nullable Object value) {
        if (value instanceof Optional<?> optional) {
            return query(name, optional.orElse(null));
        }
        Link link = this;
        if (value instanceof Collection<?> values) {
            for (Object each : values) {
                link = link.with(name, requireNonNull(each));
            }
        } else if (value != null && value.getClass().isArray()) {
            for (int i = 0; i < Array.getLength(value); i++) {
                link = link.with(name, requireNonNull(Array.get(value, i)));
            }
        } else if (value != null) {
            link = with(name, value);
        }
        return link;
    }

    private Link with(String name, Object value) {
        StringBuilder more = new StringBuilder(text).append(text.indexOf('?') < 0 ? '?' : '&');
        append(name, more);
        append(text(value), more.append('='));
        return new Link(more.toString());
    }

    private static String text(Object value) {
        return value instanceof Enum<?> constant ? constant.name() : value.toString();
    }

    /** Leaves only the unreserved characters as they are: each other one has a meaning somewhere in a URI. */
    private static void append(String value, StringBuilder out) {
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(value)) {
            throw new IllegalArgumentException("a text with an unpaired surrogate cannot be in a link");
        }
        for (byte octet : value.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (octet & 0xff);
            if (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "-._~".indexOf(c) >= 0) {
                out.append(c);
            } else {
                out.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
            }
        }
    }

    /** The base path, the path and the query, for an attribute such as {@code href} in the page that answers this request. */
    public String href(Request request) {
        return request.basePath() + text;
    }

    /** The absolute URI, with the scheme and the authority of this request, which {@code server.public-url} replaces if it is set. */
    public URI uri(Request request) {
        return URI.create(request.scheme() + "://" + request.authority() + href(request));
    }

    /** The same URI for a WebSocket: {@code wss} for {@code https}, and {@code ws} for {@code http} (RFC 6455 §3). */
    public URI webSocket(Request request) {
        String scheme = request.scheme().equalsIgnoreCase("https") ? "wss" : "ws";
        return URI.create(scheme + "://" + request.authority() + href(request));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Link link && link.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** The path and the query below the base path, as routes and redirects have them. */
    @Override
    public String toString() {
        return text;
    }
}

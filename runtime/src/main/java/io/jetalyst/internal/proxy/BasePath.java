package io.jetalyst.internal.proxy;

import io.jetalyst.http.HeaderField;
import io.jetalyst.http.Request;
import io.jetalyst.http.Response;
import io.jetalyst.http.Status;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The path below which clients see the application. The application itself knows paths without it: this class removes it from the paths of
 * requests, and puts it before the paths in the fields of responses.
 */
public final class BasePath {
    /** The application lives at the root. */
    public static final BasePath ROOT = new BasePath("");

    private static final Pattern FORM = Pattern.compile("(?:/(?!\\.\\.?(?:/|$))[A-Za-z0-9._~-]+)*");
    private static final Set<String> LOCATIONS = Set.of("location", "content-location");
    private static final Pattern COOKIE_PATH = Pattern.compile("(?i)(;\\s*path=)(/[^;]*)");

    private final String path;

    private BasePath(String path) {
        this.path = path;
    }

    /**
     * The base path of this text, such as {@code /app}; the empty text is the root.
     *
     * @throws IllegalArgumentException if it does not begin with a slash, ends with one, or has other characters than letters, digits and {@code ._~-}
     */
    public static BasePath of(String text) {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("not a base path");
        }
        return text.isEmpty() ? ROOT : new BasePath(text);
    }

    /** The request as the application sees it: without the base path, if its path is below it. */
    Request enter(Request request) {
        return path.isEmpty() ? request : request.below(path);
    }

    /** Whether no request for this path is one for the application. */
    public boolean excludes(Request received) {
        String asked = received.path();
        return !path.isEmpty() && asked.startsWith("/") && !asked.startsWith(path + "/");
    }

    /** The redirection of a request for the base path itself to the root of the application; {@code null} for any other request. */
    public @Nullable Response redirection(Request received) {
        if (path.isEmpty() || !received.path().equals(path)) {
            return null;
        }
        String query = received.query().isEmpty() ? "" : "?" + received.query();
        return Response.of(Status.PERMANENT_REDIRECT).header("Location", "/" + query); // leave() adds the base path
    }

    /** The response as clients see it: the base path is in its locations, and in the paths of its cookies. */
    public Response leave(Response response) {
        return path.isEmpty()
                ? response
                : response.headers(response.headers().stream().map(this::placed).toList());
    }

    private HeaderField placed(HeaderField field) {
        String name = field.name().toLowerCase(Locale.ROOT);
        if (LOCATIONS.contains(name)) {
            boolean isPath = field.value().startsWith("/") && !field.value().startsWith("//");
            return isPath ? new HeaderField(field.name(), path + field.value()) : field;
        }
        return name.equals("set-cookie") ? new HeaderField(field.name(), cookie(field.value())) : field;
    }

    /** Browsers accept a cookie whose name begins with {@code __Host-} for the path {@code /} only (RFC 6265bis §4.1.3.2). */
    private String cookie(String cookie) {
        Matcher matcher = COOKIE_PATH.matcher(cookie);
        boolean isOfHost = cookie.regionMatches(true, 0, "__Host-", 0, 7);
        if (isOfHost || !matcher.find()) {
            return cookie;
        }
        String below = matcher.group(2).equals("/") ? path : path + matcher.group(2);
        return cookie.substring(0, matcher.start(2)) + below + cookie.substring(matcher.end(2));
    }

    /** The text; empty for the root. */
    @Override
    public String toString() {
        return path;
    }
}

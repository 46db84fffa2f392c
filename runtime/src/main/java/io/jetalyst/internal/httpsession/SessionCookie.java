package io.jetalyst.internal.httpsession;

import io.jetalyst.http.Cookie;
import io.jetalyst.http.Cookies;
import io.jetalyst.http.HeaderField;
import io.jetalyst.http.Request;
import io.jetalyst.http.Response;
import io.jetalyst.internal.proxy.CookiePrefix;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The cookie that has the id of a session. */
final class SessionCookie {
    /** Longer than any id that a store creates; a text of any other form is not looked up. */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{16,120}");

    private static final Set<String> VERSIONS = Set.of("etag", "last-modified");

    private final String name;

    /** @param name without a prefix */
    SessionCookie(String name) {
        this.name = name;
    }

    /** The id that the client sent; {@code null} if it sent none, or a text that is no id. */
    @Nullable
    String id(Request request) {
        String value = new Cookies(request.headers()).first(name(request)).orElse("");
        return ID.matcher(value).matches() ? value : null;
    }

    /** The response, which sets the cookie to this id. */
    Response set(Request request, Response response, String id) {
        return unstored(response.cookie(Cookie.of(name(request), id)));
    }

    /** The response, which removes the cookie. */
    Response remove(Request request, Response response) {
        return unstored(response.cookie(Cookie.expired(name(request))));
    }

    /** No cache keeps the cookie of one client for others, and a client that has the content receives the cookie nevertheless. */
    private static Response unstored(Response response) {
        List<HeaderField> fields = response.headers().stream()
                .filter(field -> !VERSIONS.contains(field.name().toLowerCase(Locale.ROOT)))
                .toList();
        return response.headers(fields).header("Cache-Control", "no-store");
    }

    private String name(Request request) {
        return CookiePrefix.of(request) + name;
    }
}

package io.jetalyst.internal.httpsession;

import io.jetalyst.http.Cookie;
import io.jetalyst.http.Cookies;
import io.jetalyst.http.HeaderField;
import io.jetalyst.http.Request;
import io.jetalyst.http.Response;
import io.jetalyst.internal.proxy.CookiePrefix;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The cookie that has the id of a session. */
final class SessionCookie {
    /** Longer than any id that a store creates; a text of any other form is not looked up. */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{16,120}");

    /** Each is looked up, so a request may not have any number. */
    private static final int MAX_IDS = 3;

    private static final Set<String> VERSIONS = Set.of("etag", "last-modified");

    private final String name;
    private final Optional<Duration> maxAge;

    /**
     * @param name without a prefix
     * @param maxAge how long the browser keeps the cookie; empty if it forgets the cookie when it is closed
     */
    SessionCookie(String name, Optional<Duration> maxAge) {
        this.name = name;
        this.maxAge = maxAge;
    }

    /**
     * The ids that the client sent, in this order. They are several if another host of the domain has set a cookie of the same name: it must not hide the
     * session of this host.
     */
    List<String> ids(Request request) {
        return new Cookies(request.headers())
                .all(name(request)).stream()
                        .filter(value -> ID.matcher(value).matches())
                        .distinct()
                        .limit(MAX_IDS)
                        .toList();
    }

    /** The response, which sets the cookie to this id. */
    Response set(Request request, Response response, String id) {
        Cookie cookie = Cookie.of(name(request), id);
        return unstored(response.cookie(maxAge.map(cookie::maxAge).orElse(cookie)));
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

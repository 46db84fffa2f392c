package io.jetalyst.internal.pipeline;

import io.jetalyst.http.Cookie;
import io.jetalyst.http.Flash;
import io.jetalyst.http.HeaderField;
import io.jetalyst.http.Request;
import io.jetalyst.http.Response;
import io.jetalyst.internal.proxy.CookiePrefix;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The cookie that has the messages for the next page. Over HTTPS its name has the {@link CookiePrefix}. */
final class FlashCookie {
    private static final Set<String> VERSIONS = Set.of("etag", "last-modified");

    private FlashCookie() {}

    static Flash read(Request request) {
        return request.cookie(CookiePrefix.of(request) + Flash.COOKIE)
                .map(Flash::decode)
                .orElse(Flash.none());
    }

    /**
     * The response of a page that has read the messages: it removes them, unless it sets others. No cache may show them again, and a client
     * that has the page without them receives it whole.
     *
     * @param isHead whether the client receives no page, so that the messages stay in the browser
     */
    static Response remove(Response response, boolean isHead) {
        boolean others = response.headers().stream()
                .anyMatch(field -> field.name().equalsIgnoreCase("Set-Cookie")
                        && field.value().startsWith(Flash.COOKIE + "="));
        Response removed = others || isHead ? response : response.cookie(Cookie.expired(Flash.COOKIE));
        List<HeaderField> fields = removed.headers().stream()
                .filter(field -> !VERSIONS.contains(field.name().toLowerCase(Locale.ROOT)))
                .toList();
        return removed.headers(fields).header("Cache-Control", "no-store");
    }

    /** The value of a {@code Set-Cookie} field of a response over HTTPS. */
    static String prefixed(Request request, String cookie) {
        return cookie.startsWith(Flash.COOKIE + "=") ? CookiePrefix.of(request) + cookie : cookie;
    }
}

package io.jetalyst.internal.pipeline;

import io.jetalyst.http.HeaderField;
import io.jetalyst.http.Request;
import io.jetalyst.http.Response;
import java.util.regex.Pattern;

/** Makes the cookies of a response over HTTPS {@code Secure}, so that no request over HTTP has them. */
final class SecureCookies {
    private static final String NAME = "Set-Cookie";
    private static final Pattern SECURE = Pattern.compile("(?i);\\s*secure\\s*(?:;|=|$)");

    private SecureCookies() {}

    static Response of(Request request, Response response) {
        if (!request.scheme().equalsIgnoreCase("https") || response.header(NAME).isEmpty()) {
            return response;
        }
        return response.headers(response.headers().stream()
                .map(field -> secured(request, field))
                .toList());
    }

    private static HeaderField secured(Request request, HeaderField field) {
        boolean added = field.name().equalsIgnoreCase(NAME)
                && !SECURE.matcher(field.value()).find();
        return added ? new HeaderField(field.name(), FlashCookie.prefixed(request, field.value()) + "; Secure") : field;
    }
}

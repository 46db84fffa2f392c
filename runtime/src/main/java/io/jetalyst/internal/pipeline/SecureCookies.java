package io.jetalyst.internal.pipeline;

import io.jetalyst.http.HeaderField;
import io.jetalyst.http.Request;
import io.jetalyst.http.Response;
import java.util.List;
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
        List<HeaderField> fields = response.headers();
        Response changed = Response.of(response.status()).body(response.body());
        for (HeaderField field : fields) {
            boolean added = field.name().equalsIgnoreCase(NAME)
                    && !SECURE.matcher(field.value()).find();
            changed = changed.addHeader(field.name(), added ? field.value() + "; Secure" : field.value());
        }
        return changed;
    }
}

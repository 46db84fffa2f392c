package io.jetalyst.internal.pipeline;

import io.jetalyst.http.HeaderField;
import io.jetalyst.http.Response;
import java.util.List;
import java.util.stream.Stream;

/** Adds the header fields that every response gets for safety, unless the application has set a field of the same name. */
final class DefaultHeaders {
    private static final List<HeaderField> EVERY =
            List.of(new HeaderField("X-Content-Type-Options", "nosniff"), new HeaderField("Cache-Control", "no-store"));

    private static final List<HeaderField> PAGE = Stream.concat(
                    EVERY.stream(),
                    Stream.of(
                            new HeaderField(
                                    "Content-Security-Policy",
                                    "default-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none';"
                                            + " form-action 'self'"),
                            new HeaderField("Referrer-Policy", "same-origin"),
                            new HeaderField("Cross-Origin-Opener-Policy", "same-origin"),
                            new HeaderField("Permissions-Policy", "camera=(), geolocation=(), microphone=()")))
            .toList();

    private DefaultHeaders() {}

    static Response complete(Response response) {
        return response.defaultHeaders(isPage(response.headers()) ? PAGE : EVERY);
    }

    private static boolean isPage(List<HeaderField> fields) {
        for (int i = 0; i < fields.size(); i++) {
            HeaderField field = fields.get(i);
            if (field.name().equalsIgnoreCase("Content-Type")) {
                return field.value().regionMatches(true, 0, "text/html", 0, "text/html".length());
            }
        }
        return false;
    }
}

package io.jetalyst.internal.pipeline;

import io.jetalyst.http.HeaderField;
import io.jetalyst.http.Response;
import java.util.List;
import java.util.stream.Stream;

/** What every answer says for safety, unless the application said something else. */
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
        boolean page = response.header("Content-Type").orElse("").startsWith("text/html");
        return response.defaultHeaders(page ? PAGE : EVERY);
    }
}

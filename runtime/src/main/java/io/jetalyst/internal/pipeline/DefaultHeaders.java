package io.jetalyst.internal.pipeline;

import io.jetalyst.http.HeaderField;
import io.jetalyst.http.Response;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Adds the header fields that every response gets for safety, unless the application has set a field of the same name. */
final class DefaultHeaders {
    private static final HeaderField NO_SNIFFING = new HeaderField("X-Content-Type-Options", "nosniff");
    private static final List<HeaderField> PAGE_POLICIES = List.of(
            new HeaderField(
                    "Content-Security-Policy",
                    "default-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none';"
                            + " form-action 'self'"),
            new HeaderField("Referrer-Policy", "same-origin"),
            new HeaderField("Cross-Origin-Opener-Policy", "same-origin"),
            new HeaderField("Permissions-Policy", "camera=(), geolocation=(), microphone=()"));

    private static final List<HeaderField> EVERY = fields("no-store", List.of());
    private static final List<HeaderField> PAGE = fields("no-store", PAGE_POLICIES);
    /** A browser may keep a response that has a version, but asks each time whether it still is the current one. */
    private static final List<HeaderField> EVERY_VERSIONED = fields("private, no-cache", List.of());

    private static final List<HeaderField> PAGE_VERSIONED = fields("private, no-cache", PAGE_POLICIES);

    /** The content types that an application may use before the fields of further ones are put together for each response. */
    private static final int MAX_KNOWN = 256;

    /** All fields of responses that have only this content type, as most do: one list for all of them. */
    private final Map<HeaderField, List<HeaderField>> known = new ConcurrentHashMap<>();

    private static List<HeaderField> fields(String cacheControl, List<HeaderField> more) {
        return Stream.concat(Stream.of(NO_SNIFFING, new HeaderField("Cache-Control", cacheControl)), more.stream())
                .toList();
    }

    Response complete(Response response) {
        List<HeaderField> fields = response.headers();
        if (fields.size() != 1) {
            return withDefaults(response);
        }
        HeaderField only = fields.get(0);
        List<HeaderField> complete = known.get(only);
        if (complete != null) {
            return response.headers(complete);
        }
        Response completed = withDefaults(response);
        if (known.size() < MAX_KNOWN && only.name().equalsIgnoreCase("Content-Type")) {
            known.put(only, List.copyOf(completed.headers()));
        }
        return completed;
    }

    private static Response withDefaults(Response response) {
        boolean page = false;
        boolean versioned = false;
        List<HeaderField> fields = response.headers();
        for (int i = 0; i < fields.size(); i++) {
            HeaderField field = fields.get(i);
            String name = field.name();
            if (name.equalsIgnoreCase("Content-Type")) {
                page = isPage(field.value());
            } else if (name.equalsIgnoreCase("ETag") || name.equalsIgnoreCase("Last-Modified")) {
                versioned = true;
            }
        }
        return response.defaultHeaders(versioned ? page ? PAGE_VERSIONED : EVERY_VERSIONED : page ? PAGE : EVERY);
    }

    private static boolean isPage(String contentType) {
        return contentType.regionMatches(true, 0, "text/html", 0, "text/html".length());
    }
}

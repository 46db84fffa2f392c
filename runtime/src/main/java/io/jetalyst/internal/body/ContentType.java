package io.jetalyst.internal.body;

import io.jetalyst.http.Headers;
import io.jetalyst.http.MediaRange;
import java.util.List;
import java.util.Optional;

/**
 * The {@code Content-Type} of a body (RFC 9110 §8.3).
 *
 * @param type type and subtype in lower case, without parameters; empty if the request has no such field, or it is malformed
 * @param charset the value of the parameter {@code charset}
 * @param boundary the value of the parameter {@code boundary}
 * @param malformed whether the request has several such fields, or one without a valid media type or with a parameter twice
 */
public record ContentType(String type, Optional<String> charset, Optional<String> boundary, boolean malformed) {
    private static final ContentType ABSENT = new ContentType("", Optional.empty(), Optional.empty(), false);
    private static final ContentType MALFORMED = new ContentType("", Optional.empty(), Optional.empty(), true);

    public static ContentType of(Headers headers) {
        List<String> fields = headers.all("Content-Type");
        if (fields.size() > 1) {
            return MALFORMED; // two readers could take two different ones
        }
        if (fields.isEmpty() || fields.get(0).isBlank()) {
            return ABSENT;
        }
        return MediaRange.parse(fields.get(0))
                .filter(media -> !media.type().equals("*") && !media.subtype().equals("*"))
                .map(ContentType::of)
                .orElse(MALFORMED);
    }

    private static ContentType of(MediaRange media) {
        return new ContentType(
                media.type() + "/" + media.subtype(),
                Optional.ofNullable(media.parameters().get("charset")),
                Optional.ofNullable(media.parameters().get("boundary")),
                false);
    }

    /**
     * Whether a pattern matches this type.
     *
     * @param pattern {@code text/csv}, {@code text/*}, {@code *}{@code /*}, or, for the structured syntax suffix (RFC 6838 §4.2.8), {@code application/*+json}
     */
    public boolean matches(String pattern) {
        if (pattern.equals("*/*")) {
            return true;
        }
        int star = pattern.indexOf('*');
        if (star < 0) {
            return type.equals(pattern);
        }
        String before = pattern.substring(0, star);
        String after = pattern.substring(star + 1);
        return type.length() > before.length() + after.length() && type.startsWith(before) && type.endsWith(after);
    }
}

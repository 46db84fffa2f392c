package io.jetalyst.internal.body;

import io.jetalyst.http.Headers;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The {@code Content-Type} of a body (RFC 9110 §8.3).
 *
 * @param type type and subtype in lower case, without parameters; empty if the request has no such field
 * @param charset the value of the parameter {@code charset}
 * @param boundary the value of the parameter {@code boundary}
 */
public record ContentType(String type, Optional<String> charset, Optional<String> boundary) {
    private static final ContentType ABSENT = new ContentType("", Optional.empty(), Optional.empty());

    public static ContentType of(Headers headers) {
        List<String> fields = headers.all("Content-Type");
        if (fields.isEmpty()) {
            return ABSENT;
        }
        String[] parts = fields.get(0).split(";");
        Optional<String> charset = Optional.empty();
        Optional<String> boundary = Optional.empty();
        for (int i = 1; i < parts.length; i++) {
            String[] parameter = parts[i].split("=", 2);
            if (parameter.length == 2 && parameter[0].strip().equalsIgnoreCase("charset")) {
                charset = Optional.of(unquoted(parameter[1].strip()));
            }
            if (parameter.length == 2 && parameter[0].strip().equalsIgnoreCase("boundary")) {
                boundary = boundary.isPresent() ? Optional.of("") : Optional.of(unquoted(parameter[1].strip()));
            }
        }
        return new ContentType(parts[0].strip().toLowerCase(Locale.ROOT), charset, boundary);
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? value.substring(1, value.length() - 1) : value;
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

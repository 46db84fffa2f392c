package io.jetalyst.http;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * The value of a {@code Content-Disposition} field (RFC 6266): whether a browser shows the content or saves it, and under which name.
 *
 * <pre>{@code
 * Response.file(report).attachment("Zürich 2026.pdf")
 * // Content-Disposition: attachment; filename="Z_rich 2026.pdf"; filename*=UTF-8''Z%C3%BCrich%202026.pdf
 * }</pre>
 *
 * <p>The name may be one that a client sent: only the part behind the last slash or backslash is used, and characters that are invisible,
 * reverse the direction of text or may not be in a file name become {@code _}. A name of more than 200 characters is cut, its
 * extension stays.
 */
final class ContentDisposition {
    /** Characters besides letters and digits that RFC 8187 §3.2.1 allows without percent-encoding. */
    private static final String ATTR_MARKS = "!#$&+-.^_`|~";

    private ContentDisposition() {}

    /** @param type {@code attachment} or {@code inline} */
    static String of(String type, String name) {
        String safe = FileNames.safe(name, "download");
        String plain = plainName(safe);
        String value = type + "; filename=\"" + plain + '"';
        return plain.equals(safe) ? value : value + "; filename*=UTF-8''" + encoded(safe);
    }

    /** The name for clients that do not read {@code filename*}; some decode percent-encoding in it. */
    private static String plainName(String name) {
        StringBuilder out = new StringBuilder(name.length());
        name.codePoints().forEach(c -> out.append(c >= ' ' && c < 0x7f && c != '%' ? (char) c : '_'));
        return out.toString();
    }

    private static String encoded(String name) {
        StringBuilder out = new StringBuilder(name.length() * 3);
        for (byte octet : name.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (octet & 0xff);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (letter || ATTR_MARKS.indexOf(c) >= 0) {
                out.append(c);
            } else {
                out.append(String.format(Locale.ROOT, "%%%02X", (int) c));
            }
        }
        return out.toString();
    }
}

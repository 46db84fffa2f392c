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
    private static final int MAX_LENGTH = 200;
    private static final int MAX_EXTENSION = 10;
    /** Characters besides letters and digits that RFC 8187 §3.2.1 allows without percent-encoding. */
    private static final String ATTR_MARKS = "!#$&+-.^_`|~";

    private ContentDisposition() {}

    /** @param type {@code attachment} or {@code inline} */
    static String of(String type, String name) {
        String safe = safeName(name);
        String plain = plainName(safe);
        String value = type + "; filename=\"" + plain + '"';
        return plain.equals(safe) ? value : value + "; filename*=UTF-8''" + encoded(safe);
    }

    /** The name without folders and without characters that a file name may not have on some system. */
    private static String safeName(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        StringBuilder out = new StringBuilder(last.length());
        last.codePoints().forEach(c -> out.appendCodePoint(isSafe(c) ? c : '_'));
        String safe = cut(out.toString().strip());
        boolean dots = safe.chars().allMatch(c -> c == '.');
        return dots ? "download" : safe; // also the empty name
    }

    private static boolean isSafe(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> "<>:\"|?*".indexOf(c) < 0;
        };
    }

    private static String cut(String name) {
        if (name.length() <= MAX_LENGTH) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        String extension = dot >= name.length() - MAX_EXTENSION ? name.substring(dot) : "";
        int end = MAX_LENGTH - extension.length();
        return name.substring(0, Character.isHighSurrogate(name.charAt(end - 1)) ? end - 1 : end) + extension;
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

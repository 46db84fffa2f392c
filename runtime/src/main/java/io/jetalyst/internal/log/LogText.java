package io.jetalyst.internal.log;

import java.util.Locale;

/**
 * Text of a client for a log: on one line, without escape sequences that a terminal would obey or marks that change the direction of
 * writing, and not long. Such characters are escaped as in Java, {@code \}{@code u001b}.
 */
public final class LogText {
    private static final int MAX_CHARACTERS = 200;

    private LogText() {}

    public static String of(String text) {
        StringBuilder out = new StringBuilder(Math.min(text.length(), MAX_CHARACTERS) + 1);
        text.codePoints().limit(MAX_CHARACTERS).forEach(c -> append(out, c));
        return text.codePointCount(0, text.length()) > MAX_CHARACTERS
                ? out.append('…').toString()
                : out.toString();
    }

    private static void append(StringBuilder out, int codePoint) {
        if (codePoint == '\\') {
            out.append("\\\\");
        } else if (isHarmless(codePoint)) {
            out.appendCodePoint(codePoint);
        } else {
            for (char c : Character.toChars(codePoint)) {
                out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            }
        }
    }

    private static boolean isHarmless(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}

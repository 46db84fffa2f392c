package io.jetalyst.http;

/** Makes the name of a file safe: of one that a client uploads, and of one that a browser saves. */
public final class FileNames {
    private static final int MAX_LENGTH = 200;
    private static final int MAX_EXTENSION = 16;

    private FileNames() {}

    /**
     * The name behind the last slash or backslash. Characters that are invisible, reverse the direction of text or may not be in a file name on some
     * system become {@code _}. Leading dots and blanks are dropped (RFC 6266 §4.3). A name of more than 200 characters is cut before its extension.
     *
     * @param fallback the name if nothing is left
     */
    public static String safe(String name, String fallback) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        StringBuilder out = new StringBuilder(last.length());
        last.codePoints().forEach(c -> out.appendCodePoint(isSafe(c) ? c : '_'));
        int start = 0;
        while (start < out.length() && (out.charAt(start) == '.' || out.charAt(start) == ' ')) {
            start++;
        }
        String safe = cut(out.substring(start).strip());
        return safe.isEmpty() ? fallback : safe;
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
}

package io.jetalyst.example.chat;

/**
 * Makes text from strangers harmless to look at: no control characters, no characters that turn the direction of writing of what
 * follows, no towers of combining marks, no halves of characters. Markup is left alone; the page shows it as text.
 */
final class CleanText {
    private static final int MAX_MARKS = 4;
    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;
    private static final int REPLACEMENT = 0xFFFD;

    private final StringBuilder clean = new StringBuilder();
    private int marks;

    private CleanText() {}

    /** Of several lines, with one empty line between them at most. */
    static String lines(String raw) {
        return clean(raw.replace("\r\n", "\n").replace('\r', '\n'))
                .replaceAll(" *\n", "\n")
                .replaceAll("\n{3,}", "\n\n")
                .strip();
    }

    /** Of one line, with one space between words. */
    static String line(String raw) {
        String text = clean(raw).replaceAll("\\s+", " ").strip();
        return text.codePoints().allMatch(CleanText::invisible) ? "" : text;
    }

    private static String clean(String raw) {
        CleanText text = new CleanText();
        raw.codePoints().forEach(text::add);
        return text.clean.toString();
    }

    private void add(int character) {
        boolean mark = false;
        switch (Character.getType(character)) {
            case Character.CONTROL -> addControl(character);
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> clean.append('\n');
            case Character.SPACE_SEPARATOR -> clean.append(' ');
            case Character.SURROGATE -> clean.appendCodePoint(REPLACEMENT);
            case Character.FORMAT -> addFormat(character);
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> {
                mark = true;
                if (marks < MAX_MARKS) {
                    clean.appendCodePoint(character);
                }
            }
            default -> clean.appendCodePoint(character);
        }
        marks = mark ? marks + 1 : 0;
    }

    private void addControl(int character) {
        if (character == '\n') {
            clean.append('\n');
        } else if (character == '\t') {
            clean.append(' ');
        }
    }

    /** Joiners hold emoji and some scripts together; the others only deceive. */
    private void addFormat(int character) {
        if (character == ZERO_WIDTH_JOINER || character == ZERO_WIDTH_NON_JOINER) {
            clean.appendCodePoint(character);
        }
    }

    private static boolean invisible(int character) {
        int type = Character.getType(character);
        return Character.isWhitespace(character) || type == Character.FORMAT || type == Character.NON_SPACING_MARK;
    }
}

package io.jetalyst.example.chat;

/**
 * Removes from text of other people the characters that do harm on a screen: control characters, characters that change the direction
 * of the text after them, more than four combining marks on one letter, and unpaired surrogates. Markup stays; the page shows it as
 * text.
 */
final class CleanText {
    private static final int MAX_MARKS = 4;
    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;
    private static final int REPLACEMENT = 0xFFFD;

    private final StringBuilder clean = new StringBuilder();
    private int marks;

    private CleanText() {}

    /** Cleans text of several lines, and keeps at most one empty line between two others. Empty if a reader would see nothing. */
    static String lines(String raw) {
        return visible(clean(raw.replace("\r\n", "\n").replace('\r', '\n'))
                .replaceAll(" *\n", "\n")
                .replaceAll("\n{3,}", "\n\n")
                .strip());
    }

    /** Cleans text of one line, and keeps one space between words. Empty if a reader would see nothing. */
    static String line(String raw) {
        return visible(clean(raw).replaceAll("\\s+", " ").strip());
    }

    private static String visible(String text) {
        return text.codePoints().anyMatch(Characters::isVisible) ? text : "";
    }

    private static String clean(String raw) {
        CleanText text = new CleanText();
        raw.codePoints().forEach(text::add);
        return text.clean.toString();
    }

    private void add(int codePoint) {
        boolean mark = false;
        switch (Character.getType(codePoint)) {
            case Character.CONTROL -> addControl(codePoint);
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> clean.append('\n');
            case Character.SPACE_SEPARATOR -> clean.append(' ');
            case Character.SURROGATE -> clean.appendCodePoint(REPLACEMENT);
            case Character.FORMAT -> addFormat(codePoint);
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> {
                mark = true;
                if (marks < MAX_MARKS) {
                    clean.appendCodePoint(codePoint);
                }
            }
            default -> clean.appendCodePoint(codePoint);
        }
        marks = mark ? marks + 1 : 0;
    }

    private void addControl(int codePoint) {
        if (codePoint == '\n') {
            clean.append('\n');
        } else if (codePoint == '\t') {
            clean.append(' ');
        }
    }

    /** Emoji and some scripts need the joiners; the other format characters only deceive. */
    private void addFormat(int codePoint) {
        if (codePoint == ZERO_WIDTH_JOINER || codePoint == ZERO_WIDTH_NON_JOINER) {
            clean.appendCodePoint(codePoint);
        }
    }
}

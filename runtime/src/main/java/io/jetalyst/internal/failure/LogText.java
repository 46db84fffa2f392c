package io.jetalyst.internal.failure;

/** Text of a client's as it may stand in a log: one line, no escapes for a terminal, not long. */
public final class LogText {
    private static final int LONGEST = 200;

    private LogText() {}

    public static String of(String text) {
        StringBuilder out = new StringBuilder(Math.min(text.length(), LONGEST) + 1);
        text.codePoints().limit(LONGEST).forEach(c -> out.appendCodePoint(harmless(c) ? c : '\uFFFD'));
        return text.length() > LONGEST ? out.append('…').toString() : out.toString();
    }

    private static boolean harmless(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> false;
            default -> true;
        };
    }
}

package io.jetalyst.example.chat;

import java.util.Set;

/**
 * The name that a member wants.
 *
 * @param text at most 32 characters of one line, cleaned, at least one of which can be seen
 */
record NickName(String text) {
    static final int MAX_LENGTH = 32;
    private static final String NAMELESS = "guest";

    /** @throws Refusal if the name is too long, or mixes scripts as the name of an impostor does */
    static NickName of(String wish) throws Refusal {
        if (wish.length() > 8 * MAX_LENGTH) {
            throw tooLong();
        }
        String text = CleanText.line(wish);
        if (text.length() > MAX_LENGTH) {
            throw tooLong();
        }
        if (!NameScripts.isAllowed(text)) {
            throw Refusal.of("name", "A name has letters of one alphabet only. Please choose another one.");
        }
        return new NickName(text.isEmpty() ? NAMELESS : text);
    }

    /** The same name with a number, for a second member who wants it. */
    NickName numbered(int number) {
        String suffix = " " + number;
        int end = Math.min(text.length(), MAX_LENGTH - suffix.length());
        if (Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return new NickName(text.substring(0, end) + suffix);
    }

    /** Two names look alike if these sets have an element in common. */
    Set<String> shape() {
        return NameShape.of(text);
    }

    private static Refusal tooLong() {
        return Refusal.of("name", "A name has at most " + MAX_LENGTH + " characters.");
    }
}

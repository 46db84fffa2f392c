package io.jetalyst.example.chat;

import java.text.Normalizer;
import java.util.Locale;

/**
 * What a member wants to be called.
 *
 * @param text at most 32 characters of one line, cleaned
 */
record NickName(String text) {
    private static final int MAX_LENGTH = 32;
    private static final String NAMELESS = "guest";

    /** @throws Refusal if it is too long */
    static NickName of(String wish) throws Refusal {
        if (wish.length() > 8 * MAX_LENGTH) {
            throw tooLong();
        }
        String text = CleanText.line(wish);
        if (text.length() > MAX_LENGTH) {
            throw tooLong();
        }
        return new NickName(text.isEmpty() ? NAMELESS : text);
    }

    /** The same with a number, for the second who wants it. */
    NickName numbered(int number) {
        String suffix = " " + number;
        int end = Math.min(text.length(), MAX_LENGTH - suffix.length());
        if (Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return new NickName(text.substring(0, end) + suffix);
    }

    /** Equal for names that only differ in case or in the width of their letters. */
    String folded() {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    private static Refusal tooLong() {
        return Refusal.of("name", "A name has at most " + MAX_LENGTH + " characters.");
    }
}

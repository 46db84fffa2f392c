package io.jetalyst.processor.model;

/** A token of RFC 9110 §5.6.2: the name of a header field, a cookie or a subprotocol. */
public final class Token {
    /** The characters of a token besides letters and digits. */
    public static final String MARKS = "!#$%&'*+-.^_`|~";

    private Token() {}

    public static boolean is(String text) {
        return !text.isEmpty()
                && text.chars().allMatch(c -> c < 128 && Character.isLetterOrDigit(c) || MARKS.indexOf(c) >= 0);
    }
}

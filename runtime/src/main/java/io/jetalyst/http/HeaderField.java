package io.jetalyst.http;

/**
 * One header field of a response.
 *
 * @param name a token (RFC 9110 §5.1)
 * @param value printable ASCII, blanks and tabs; a line break would forge a field, so it is refused, never replaced (§5.5)
 */
public record HeaderField(String name, String value) {
    private static final String TOKEN_MARKS = "!#$%&'*+-.^_`|~";

    public HeaderField {
        if (name.isEmpty() || !name.chars().allMatch(HeaderField::tokenCharacter)) {
            throw new IllegalArgumentException("not a header name: \"" + printable(name) + "\"");
        }
        if (!value.chars().allMatch(c -> c == '\t' || (c >= ' ' && c < 0x7f))) {
            throw new IllegalArgumentException("the value of header " + name
                    + " has a character that may not stand in one: \"" + printable(value) + "\"");
        }
    }

    private static boolean tokenCharacter(int c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || TOKEN_MARKS.indexOf(c) >= 0;
    }

    private static String printable(String text) {
        StringBuilder out = new StringBuilder();
        text.chars().limit(80).forEach(c -> out.append(c >= ' ' && c < 0x7f ? (char) c : '?'));
        return out.toString();
    }
}

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
        if (!isToken(name)) {
            throw new IllegalArgumentException("not a header name: \"" + printable(name) + "\"");
        }
        if (!isFieldValue(value)) {
            throw new IllegalArgumentException("the value of header " + name
                    + " has a character that may not stand in one: \"" + printable(value) + "\"");
        }
    }

    private static boolean isToken(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (!isTokenCharacter(name.charAt(i))) {
                return false;
            }
        }
        return !name.isEmpty();
    }

    private static boolean isTokenCharacter(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || TOKEN_MARKS.indexOf(c) >= 0;
    }

    private static boolean isFieldValue(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c != '\t' && (c < ' ' || c >= 0x7f)) {
                return false;
            }
        }
        return true;
    }

    private static String printable(String text) {
        StringBuilder out = new StringBuilder();
        text.chars().limit(80).forEach(c -> out.append(c >= ' ' && c < 0x7f ? (char) c : '?'));
        return out.toString();
    }
}

package io.jetalyst.processor.parse;

import io.jetalyst.processor.problem.ProblemCode;
import java.util.Locale;
import java.util.Optional;

/** Finds characters that no request has in a literal segment. */
final class LiteralSegment {
    /** The characters besides letters and digits that RFC 3986 §3.3 allows in a segment and that clients do not encode. */
    private static final String MARKS = "-._~!$&'()*+,=:@";

    private static final String ALLOWED = "letters from a to z, digits and " + MARKS;

    private LiteralSegment() {}

    /** The fault of a segment without braces. */
    static Optional<ParsedPath.Fault> fault(String text) {
        if (text.equals(".") || text.equals("..")) {
            return Optional.of(new ParsedPath.Fault(
                    ProblemCode.DOT_SEGMENT,
                    "has the segment \"" + text + "\", and clients remove such segments before they send a request.",
                    "Write the path that clients send."));
        }
        for (int i = 0; i < text.length(); i++) {
            if (!allowed(text.charAt(i))) {
                return Optional.of(forbidden(text, text.codePointAt(i)));
            }
        }
        return Optional.empty();
    }

    private static boolean allowed(int c) {
        return isLetter(c) || isDigit(c) || MARKS.indexOf(c) >= 0;
    }

    static boolean isLetter(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private static ParsedPath.Fault forbidden(String segment, int character) {
        return new ParsedPath.Fault(
                ProblemCode.FORBIDDEN_CHARACTER,
                "has " + shown(character) + ", which no literal segment matches.",
                fix(segment, character));
    }

    private static String fix(String segment, int character) {
        if (segment.matches("<[\\w:-]+>|\\[[\\w-]+]")) {
            return "Write {" + segment.replaceAll(".*:|[^\\w-]", "") + "} for a variable.";
        }
        return switch (character) {
            case '?' -> "Remove the question mark, and take query parameters with @QueryParam.";
            case '#' -> "Remove the fragment: clients do not send it.";
            case ';' -> "Take such values with @QueryParam: there are no matrix parameters.";
            case '\\' -> "Separate segments with \"/\".";
            case '\n', '\r' -> "Write the path as a simple string: a text block ends with a line break.";
            case '%' ->
                "Paths are compared as clients send them, and the same character can be encoded in several ways. Use "
                        + ALLOWED + ", or take the segment with a variable, whose value is decoded.";
            default ->
                character > 127
                        ? "Clients send it percent-encoded, in several ways, and paths are compared as clients send"
                                + " them."
                                + " Use " + ALLOWED + ", or take the segment with a variable, whose value is decoded."
                        : "Use " + ALLOWED + ", or a variable.";
        };
    }

    private static String shown(int character) {
        return switch (character) {
            case '"' -> "a quotation mark";
            case ' ' -> "a space";
            case '\n' -> "a line break (\\n)";
            case '\r' -> "a carriage return (\\r)";
            case '\t' -> "a tab (\\t)";
            default ->
                Character.isISOControl(character) || Character.getType(character) == Character.FORMAT
                        ? String.format(Locale.ROOT, "the character U+%04X", character)
                        : "\"" + Character.toString(character) + "\"";
        };
    }
}

package io.jetalyst.internal.protocol;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Parses one line of {@code Sec-WebSocket-Extensions} (RFC 6455 §9.1), with the white space and the empty elements that RFC 2616 §2.1
 * allows in lists. The work is bounded: offers after the 16th are ignored.
 */
final class ExtensionParser {
    private static final int MOST_OFFERS = 16;
    private static final int MOST_PARAMETERS = 16;
    private static final String TOKEN_MARKS = "!#$%&'*+-.^_`|~";

    private final String line;
    private int at;

    private ExtensionParser(String line) {
        this.line = line;
    }

    /** The offers of all lines in their order; none if a line is malformed, or one offer has more than 16 parameters. */
    static List<ExtensionOffer> parse(List<String> lines) {
        List<ExtensionOffer> offers = new ArrayList<>();
        for (String line : lines) {
            if (!new ExtensionParser(line).readInto(offers)) {
                return List.of();
            }
        }
        return offers;
    }

    private boolean readInto(List<ExtensionOffer> offers) {
        while (offers.size() < MOST_OFFERS) {
            skipEmptyElements();
            if (at == line.length()) {
                return true;
            }
            ExtensionOffer offer = offer();
            if (offer == null || (at < line.length() && line.charAt(at) != ',')) {
                return false;
            }
            offers.add(offer);
        }
        return true;
    }

    private void skipEmptyElements() {
        skipBlanks();
        while (skip(',')) {
            skipBlanks();
        }
    }

    private @Nullable ExtensionOffer offer() {
        String name = token();
        List<ExtensionOffer.Parameter> parameters = new ArrayList<>(4);
        skipBlanks();
        while (skip(';')) {
            ExtensionOffer.Parameter parameter = parameter();
            if (parameter == null || parameters.size() == MOST_PARAMETERS) {
                return null;
            }
            parameters.add(parameter);
        }
        return name.isEmpty() ? null : new ExtensionOffer(name, parameters);
    }

    private ExtensionOffer.@Nullable Parameter parameter() {
        skipBlanks();
        String name = token();
        skipBlanks();
        if (name.isEmpty() || !skip('=')) {
            return name.isEmpty() ? null : new ExtensionOffer.Parameter(name, null);
        }
        skipBlanks();
        String value = skip('"') ? quoted() : token();
        skipBlanks();
        return value.isEmpty() ? null : new ExtensionOffer.Parameter(name, value);
    }

    /** The token at the current position, or empty. */
    private String token() {
        int begin = at;
        while (at < line.length() && isTokenCharacter(line.charAt(at))) {
            at++;
        }
        return line.substring(begin, at);
    }

    /** The token of a quoted string, or empty if it is not a token. */
    private String quoted() {
        StringBuilder value = new StringBuilder();
        while (at < line.length() && line.charAt(at) != '"') {
            skip('\\');
            if (at == line.length() || !isTokenCharacter(line.charAt(at))) {
                return "";
            }
            value.append(line.charAt(at++));
        }
        return skip('"') ? value.toString() : "";
    }

    private void skipBlanks() {
        while (at < line.length() && (line.charAt(at) == ' ' || line.charAt(at) == '\t')) {
            at++;
        }
    }

    private boolean skip(char expected) {
        boolean here = at < line.length() && line.charAt(at) == expected;
        if (here) {
            at++;
        }
        return here;
    }

    private static boolean isTokenCharacter(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || TOKEN_MARKS.indexOf(c) >= 0;
    }
}

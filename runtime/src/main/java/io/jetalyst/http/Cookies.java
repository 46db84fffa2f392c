package io.jetalyst.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The cookies of a request (RFC 6265bis §4.2.1). A cookie whose value has characters that the RFC does not allow is skipped, as
 * other applications of the host may set such cookies.
 */
public final class Cookies {
    private final Headers headers;

    /** @param headers the header fields of the request; they are read by each call */
    public Cookies(Headers headers) {
        this.headers = headers;
    }

    /**
     * The value of the first cookie of this name, without the double quotes around it; names are compared with case. A client may split
     * the field into several lines (RFC 9113 §8.2.3).
     */
    public Optional<String> first(String name) {
        return find(name, 1).stream().findFirst();
    }

    /** The values of all cookies of this name in their order: a client sends several if they were set for several paths or domains. */
    public List<String> all(String name) {
        return find(name, Integer.MAX_VALUE);
    }

    private List<String> find(String name, int max) {
        List<String> values = new ArrayList<>(1);
        for (String line : headers.all("Cookie")) {
            for (int start = 0; start <= line.length() && values.size() < max; ) {
                int end = line.indexOf(';', start);
                end = end < 0 ? line.length() : end;
                value(line.substring(start, end), name).ifPresent(values::add);
                start = end + 1;
            }
        }
        return values;
    }

    /** The value of a pair, if it has this name and is well-formed. */
    private static Optional<String> value(String pair, String name) {
        int equals = pair.indexOf('=');
        if (equals < 0 || name.isEmpty() || !trim(pair.substring(0, equals)).equals(name)) {
            return Optional.empty();
        }
        String value = trim(pair.substring(equals + 1));
        boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
        String octets = quoted ? value.substring(1, value.length() - 1) : value;
        return octets.chars().allMatch(Cookies::isCookieOctet) ? Optional.of(octets) : Optional.empty();
    }

    /** Without the blanks and tabs around it. */
    private static String trim(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isBlank(text.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    /** US-ASCII without controls, blanks, double quotes, commas, semicolons and backslashes. */
    static boolean isCookieOctet(int c) {
        return c > 0x20 && c < 0x7F && "\",;\\".indexOf(c) < 0;
    }
}

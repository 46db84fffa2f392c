package io.jetalyst.http;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Checks the header fields of W3C Trace Context, which any client can send. */
final class TraceFields {
    /** The length of version 00: {@code 00-<32 digits>-<16 digits>-<2 digits>}. */
    private static final int LENGTH = 55;

    private static final int MAX_STATE = 512;
    private static final int MAX_MEMBERS = 32;
    /** A member of {@code tracestate} (§3.3.1), or none between two commas. */
    private static final Pattern MEMBER = Pattern.compile(
            "[a-z0-9][a-z0-9_*/@-]{0,255}=[\\x20-\\x2b\\x2d-\\x3c\\x3e-\\x7e]{0,255}[\\x21-\\x2b\\x2d-\\x3c\\x3e-\\x7e]|");

    private TraceFields() {}

    /** Whether this is a {@code traceparent} (§3.2.2), of version 00 or of a later one, which may be longer. */
    static boolean isTraceparent(String value) {
        boolean isLong = value.length() > LENGTH && value.charAt(LENGTH) == '-' && !value.startsWith("00");
        return (value.length() == LENGTH || isLong)
                && value.charAt(2) == '-'
                && value.charAt(35) == '-'
                && value.charAt(52) == '-'
                && isHex(value, 0, 2)
                && !value.startsWith("ff")
                && isId(value, 3, 35)
                && isId(value, 36, 52)
                && isHex(value, 53, LENGTH);
    }

    /** Whether the lowest bit of the flags is set; the other bits have no meaning yet. */
    static boolean isSampled(String traceparent) {
        return (Character.digit(traceparent.charAt(LENGTH - 1), 16) & 1) == 1;
    }

    /** The whole {@code tracestate} of all field lines; empty if one of its members is malformed, or it is too long. */
    static String state(List<String> lines) {
        String all = lines.stream().filter(line -> !line.isBlank()).collect(Collectors.joining(","));
        if (all.isEmpty() || all.length() > MAX_STATE) {
            return "";
        }
        String[] members = all.split(",", -1);
        for (String member : members) {
            if (members.length > MAX_MEMBERS || !MEMBER.matcher(member.strip()).matches()) {
                return "";
            }
        }
        return all;
    }

    /** Hexadecimal digits in lower case that are not all 0. */
    private static boolean isId(String value, int from, int to) {
        boolean isZero = true;
        for (int i = from; i < to; i++) {
            isZero &= value.charAt(i) == '0';
        }
        return !isZero && isHex(value, from, to);
    }

    private static boolean isHex(String value, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = value.charAt(i);
            if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
                return false;
            }
        }
        return true;
    }
}

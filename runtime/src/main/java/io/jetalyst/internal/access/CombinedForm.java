package io.jetalyst.internal.access;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The combined form of NCSA, as Apache and nginx write it: address, two members that are always {@code -}, time, request line, status, bytes,
 * referer, user agent. Characters that are not visible ASCII, quotes and backslashes are {@code \xHH}, as with nginx.
 */
final class CombinedForm implements LineForm {
    private static final String DIGITS = "0123456789ABCDEF";

    private final DateTimeFormatter time = DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH)
            .withZone(ZoneId.systemDefault());
    private long second = Long.MIN_VALUE;
    private String formatted = "";

    @Override
    public void append(AccessEntry entry, StringBuilder out) {
        out.append(entry.remote().isEmpty() ? "-" : entry.remote()).append(" - - [");
        out.append(time(entry.timeMillis())).append("] \"");
        appendRequestLine(entry, out);
        out.append("\" ").append(entry.status()).append(' ').append(entry.sentBytes());
        appendQuoted(entry.referer(), out);
        appendQuoted(entry.userAgent(), out);
        out.append('\n');
    }

    private String time(long millis) {
        long of = Math.floorDiv(millis, 1000);
        if (of != second) {
            second = of;
            formatted = time.format(Instant.ofEpochSecond(of));
        }
        return formatted;
    }

    private static void appendRequestLine(AccessEntry entry, StringBuilder out) {
        if (entry.method().isEmpty() && entry.path().isEmpty()) {
            out.append('-'); // it could not be read
            return;
        }
        escape(entry.method(), out);
        out.append(' ');
        escape(entry.path(), out);
        out.append(' ');
        escape(entry.protocol(), out);
    }

    private static void appendQuoted(String text, StringBuilder out) {
        out.append(" \"");
        if (text.isEmpty()) {
            out.append('-');
        } else {
            escape(text, out);
        }
        out.append('"');
    }

    private static void escape(String text, StringBuilder out) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= ' ' && c < 0x7f && c != '"' && c != '\\') {
                out.append(c);
            } else {
                boolean isPair = Character.isHighSurrogate(c) && i + 1 < text.length();
                byte[] bytes = text.substring(i, isPair ? i + 2 : i + 1).getBytes(StandardCharsets.UTF_8);
                for (byte each : bytes) {
                    out.append("\\x").append(DIGITS.charAt(each >> 4 & 15)).append(DIGITS.charAt(each & 15));
                }
                i += isPair ? 1 : 0;
            }
        }
    }
}

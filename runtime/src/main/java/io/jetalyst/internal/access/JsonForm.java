package io.jetalyst.internal.access;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** One JSON object on each line. Members without a value are left out. Characters outside ASCII are escaped. */
final class JsonForm implements LineForm {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final String DIGITS = "0123456789abcdef";

    @Override
    public void append(AccessEntry entry, StringBuilder out) {
        out.append("{\"time\":\"").append(TIME.format(Instant.ofEpochMilli(entry.timeMillis())));
        out.append('"');
        text("request_id", entry.id(), out);
        text("trace_id", entry.trace().traceId(), out);
        text("span_id", entry.trace().spanId(), out);
        text("parent_id", entry.trace().parentId().orElse(""), out);
        text("remote_address", entry.remote(), out);
        text("method", entry.method(), out);
        text("path", entry.path(), out);
        text("route", entry.route(), out);
        text("protocol", entry.protocol(), out);
        number("status", entry.status(), out);
        text("end", entry.end(), out);
        millis(entry.duration(), out);
        number("received_bytes", entry.receivedBytes(), out);
        number("sent_bytes", entry.sentBytes(), out);
        AccessEntry.SocketEnd socket = entry.socket();
        if (socket != null) {
            appendSocket(socket, out);
        }
        text("user_agent", entry.userAgent(), out);
        text("referer", entry.referer(), out);
        out.append("}\n");
    }

    private static void appendSocket(AccessEntry.SocketEnd socket, StringBuilder out) {
        number("close_code", socket.code(), out);
        text("close_cause", socket.cause(), out);
        number("received_messages", socket.traffic().receivedMessages(), out);
        number("sent_messages", socket.traffic().sentMessages(), out);
        number("dropped_messages", socket.traffic().droppedMessages(), out);
    }

    /** Milliseconds with three digits behind the point. */
    private static void millis(Duration duration, StringBuilder out) {
        long micros = duration.toNanos() / 1000;
        out.append(",\"duration_ms\":").append(micros / 1000).append('.');
        long rest = micros % 1000;
        out.append(rest < 10 ? "00" : rest < 100 ? "0" : "").append(rest);
    }

    private static void number(String name, long value, StringBuilder out) {
        out.append(",\"").append(name).append("\":").append(value);
    }

    private static void text(String name, String value, StringBuilder out) {
        if (value.isEmpty()) {
            return;
        }
        out.append(",\"").append(name).append("\":\"");
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c >= ' ' && c < 0x7f) {
                out.append(c);
            } else {
                out.append("\\u");
                for (int shift = 12; shift >= 0; shift -= 4) {
                    out.append(DIGITS.charAt(c >> shift & 15));
                }
            }
        }
        out.append('"');
    }
}

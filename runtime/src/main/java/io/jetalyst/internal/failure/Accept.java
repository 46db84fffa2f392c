package io.jetalyst.internal.failure;

import io.jetalyst.http.Request;
import java.util.List;
import java.util.Locale;

/** The {@code Accept} header of a request (RFC 9110 §12.5.1), as far as a problem needs it. */
final class Accept {
    /** A client can send thousands of ranges; those after this many do not count. */
    private static final int MAX_RANGES = 50;

    private Accept() {}

    /** Whether the client names HTML and does not prefer JSON to it. A client that accepts anything gets JSON. */
    static boolean prefersPage(Request request) {
        List<String> lines = request.headers().all("Accept");
        if (lines.isEmpty()) {
            return false;
        }
        String[] ranges = String.join(",", lines).toLowerCase(Locale.ROOT).split(",", MAX_RANGES + 1);
        double page = quality(ranges, "text/html", "text/*");
        double json = Math.max(
                quality(ranges, "application/problem+json", "application/*", "*/*"),
                quality(ranges, "application/json", "application/*", "*/*"));
        return page > 0 && page >= json;
    }

    /** The weight of the first of these ranges that the header has: the most specific one counts. */
    private static double quality(String[] ranges, String... specificFirst) {
        for (String wanted : specificFirst) {
            for (int i = 0; i < Math.min(ranges.length, MAX_RANGES); i++) {
                String[] parts = ranges[i].split(";", 2);
                if (parts[0].strip().equals(wanted)) {
                    return parts.length == 1 ? 1 : weight(parts[1]);
                }
            }
        }
        return 0;
    }

    private static double weight(String parameters) {
        for (String parameter : parameters.split(";")) {
            String text = parameter.strip();
            if (text.startsWith("q=")) {
                return text.matches("q=(0(\\.\\d{0,3})?|1(\\.0{0,3})?)") ? Double.parseDouble(text.substring(2)) : 0;
            }
        }
        return 1;
    }
}

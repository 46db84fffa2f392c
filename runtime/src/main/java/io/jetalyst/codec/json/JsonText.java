package io.jetalyst.codec.json;

import java.util.Locale;

/** Strings as JSON writes them (RFC 8259 §7). */
public final class JsonText {
    private JsonText() {}

    /** Returns the string in double quotes. */
    public static String quoted(String text) {
        StringBuilder json = new StringBuilder(text.length() + 2).append('"');
        text.chars().forEach(unit -> {
            if (unit < ' ' || unit == '"' || unit == '\\') {
                json.append(String.format(Locale.ROOT, "\\u%04x", unit));
            } else {
                json.append((char) unit);
            }
        });
        return json.append('"').toString();
    }

    /** Returns the string that this JSON is; it is well-formed, and space may follow it. */
    public static String unquoted(String json) {
        int end = json.lastIndexOf('"');
        int escape = json.indexOf('\\');
        if (escape < 0) {
            return json.substring(1, end);
        }
        StringBuilder text = new StringBuilder(end).append(json, 1, escape);
        for (int at = escape; at < end; at++) {
            char unit = json.charAt(at);
            if (unit != '\\') {
                text.append(unit);
                continue;
            }
            char kind = json.charAt(++at);
            switch (kind) {
                case 'b' -> text.append('\b');
                case 'f' -> text.append('\f');
                case 'n' -> text.append('\n');
                case 'r' -> text.append('\r');
                case 't' -> text.append('\t');
                case 'u' -> {
                    text.append((char) Integer.parseInt(json, at + 1, at + 5, 16));
                    at += 4;
                }
                default -> text.append(kind);
            }
        }
        return text.toString();
    }
}

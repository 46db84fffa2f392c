package io.jetalyst.http;

import java.util.ArrayList;
import java.util.List;

/** Splits field values into the members of a list or the parameters of a member (RFC 9110 §5.6). */
final class FieldLists {
    private FieldLists() {}

    /**
     * The parts between separators outside of quoted strings, without the blanks and tabs around them and without empty ones.
     *
     * @param max the number of parts after which the rest of the text is not read
     */
    static List<String> split(String text, char separator, int max) {
        List<String> parts = new ArrayList<>();
        boolean quoted = false;
        int start = 0;
        for (int i = 0; i <= text.length() && parts.size() < max; i++) {
            char c = i == text.length() ? separator : text.charAt(i);
            if (quoted && c == '\\' && i < text.length()) {
                i++;
            } else if (c == '"' && i < text.length()) {
                quoted = !quoted;
            } else if (i == text.length() || (c == separator && !quoted)) {
                String part = text.substring(start, i).strip();
                if (!part.isEmpty()) {
                    parts.add(part);
                }
                start = i + 1;
            }
        }
        return parts;
    }

    /** Whether a list of field names, such as {@code Vary}, has this name or {@code *}. */
    static boolean hasName(String names, String name) {
        for (String listed : names.split(",")) {
            if (listed.strip().equalsIgnoreCase(name) || listed.strip().equals("*")) {
                return true;
            }
        }
        return false;
    }

    /** The characters of a quoted string (RFC 9110 §5.6.4), or the text itself if it is not quoted. */
    static String unquoted(String text) {
        if (text.length() < 2 || !text.startsWith("\"") || !text.endsWith("\"")) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 1; i < text.length() - 1; i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length() - 1) {
                c = text.charAt(++i);
            }
            out.append(c);
        }
        return out.toString();
    }
}

package io.jetalyst.internal.headers;

/** Finds the members of a report in its JSON. The runtime has no JSON library, and a report in the log needs no more than this. */
final class ReportText {
    private ReportText() {}

    /** The text of a member that is a string or a number; empty if there is none. */
    static String member(String json, String name) {
        String quoted = "\"" + name + "\"";
        int key = json.indexOf(quoted);
        if (key < 0) {
            return "";
        }
        int value = blanks(json, key + quoted.length());
        if (value >= json.length() || json.charAt(value) != ':') {
            return "";
        }
        int begin = blanks(json, value + 1);
        return begin < json.length() && json.charAt(begin) == '"' ? string(json, begin + 1) : number(json, begin);
    }

    private static int blanks(String json, int from) {
        int i = from;
        while (i < json.length() && Character.isWhitespace(json.charAt(i))) {
            i++;
        }
        return i;
    }

    private static String number(String json, int from) {
        int end = from;
        while (end < json.length() && Character.isDigit(json.charAt(end))) {
            end++;
        }
        return json.substring(from, end);
    }

    private static String string(String json, int from) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < json.length() && json.charAt(i) != '"'; i++) {
            boolean escaped = json.charAt(i) == '\\' && i + 1 < json.length();
            text.append(json.charAt(escaped ? ++i : i));
        }
        return text.toString();
    }
}

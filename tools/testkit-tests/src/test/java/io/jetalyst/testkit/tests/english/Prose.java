package io.jetalyst.testkit.tests.english;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A piece of text for people: a page, a comment, or the words of a test's name. Code in it is blanked, but its lines are kept, so that a
 * position still has its line.
 *
 * @param line the line of its file on which it begins
 */
record Prose(int line, String text) {
    private static final Pattern FENCE = Pattern.compile("^```.*?^```", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern HEADING = Pattern.compile("^#.*$", Pattern.MULTILINE);
    private static final Pattern CODE_SPAN = Pattern.compile("`[^`\n]*`");
    private static final Pattern PRE = Pattern.compile("<pre>.*?</pre>", Pattern.DOTALL);
    private static final Pattern TAG = Pattern.compile("\\{@\\w+[^{}]*(?:\\{[^{}]*}[^{}]*)*}");
    private static final Pattern TEST = Pattern.compile(
            "@(?:Test|ParameterizedTest|RepeatedTest|TestFactory)\\b[^{;]*?\\bvoid (\\w+)\\(", Pattern.DOTALL);
    private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

    /** A string, a character or a comment; the strings come first, because a comment may not begin inside them. */
    private static final Pattern TOKEN = Pattern.compile(
            "\"\"\"(?s:.*?)\"\"\"|\"(?:\\\\.|[^\"\\\\\n])*+\"|'(?:\\\\.|[^'\\\\\n])++'|//([^\n]*)|/\\*((?s:.*?))\\*/");

    /** The text of a page in Markdown. */
    static Prose ofPage(String page) {
        return new Prose(1, blank(CODE_SPAN, blank(HEADING, blank(FENCE, page))));
    }

    /** The comments of a Java source, and the names of its tests. */
    static List<Prose> ofSource(String source) {
        List<Prose> found = new ArrayList<>();
        TOKEN.matcher(source).results().forEach(token -> {
            int group = token.group(1) != null ? 1 : 2;
            if (token.group(group) != null) {
                found.add(new Prose(line(source, token.start(group)), ofComment(token.group(group))));
            }
        });
        TEST.matcher(source)
                .results()
                .forEach(test -> found.add(new Prose(line(source, test.start(1)), words(test.group(1)))));
        return found;
    }

    private static String ofComment(String comment) {
        return blank(TAG, blank(PRE, comment)).replaceAll("(?m)^\\s*\\*", "");
    }

    private static String words(String name) {
        return HUMP.matcher(name).replaceAll(" ").toLowerCase(Locale.ROOT);
    }

    private static String blank(Pattern pattern, String text) {
        return pattern.matcher(text)
                .replaceAll((MatchResult found) -> "_" + found.group().replaceAll("[^\n]", ""));
    }

    private static int line(String text, int position) {
        return 1
                + (int) text.substring(0, position)
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
    }

    /** The line of the file at a position of this text. */
    int lineAt(int position) {
        return line + line(text, position) - 1;
    }
}

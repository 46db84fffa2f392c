package io.jetalyst.testkit.tests.english;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Words that the documentation and the comments do not use, and better ones.
 *
 * @param banned found in prose, with case
 * @param better words from the RFCs, the JDK and Jetty
 */
record Rule(Pattern banned, String better) {
    private static final String BEGIN = "(?:\\A|\\n\\s*\\n|<p>|[.!?:] |[.!?]\\n|@param \\w+ )[\\s*>|_-]*";

    static final List<Rule> ALL = List.of(
            word("tells?(?! \\w+ (?:apart|from))|told|telling", "notify, report, send, print"),
            word("hears?|heard|hearing", "receive, be notified"),
            word("greets?|greeted", "replay, send first"),
            word("loses?|lost(?! update)|losing", "drop, discard, disconnect"),
            word("beats?", "tick, exceed"),
            word("rests|resting|rested", "pause, be idle"),
            word("stands?(?! for)|stood|standing", "be, contain, be listed"),
            word("shelf|shelves", "pool"),
            word("goodbyes?", "close"),
            word("newcomers?", "new subscriber"),
            new Rule(
                    Pattern.compile(BEGIN + "((?:Who|What|Whoever|Whatever|Of each|Of what)\\b(?!')(?![^.!?]*\\?))"),
                    "a sentence with a subject"));

    private static Rule word(String words, String better) {
        return new Rule(Pattern.compile("(?i)(?<![\\w./-])(" + words + ")(?![\\w-])"), better);
    }

    /** A line for each place, such as {@code 12: "told": use notify, report, send, print}. */
    Stream<String> violations(Prose prose) {
        return banned.matcher(prose.text())
                .results()
                .map(found -> prose.lineAt(found.start(1)) + ": \"" + found.group(1) + "\": use " + better);
    }
}

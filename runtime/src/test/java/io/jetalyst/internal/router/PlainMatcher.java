package io.jetalyst.internal.router;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The reference for the router's trie. It tries every template in turn, and compares those that match segment by segment. */
final class PlainMatcher {
    private PlainMatcher() {}

    /** The template with the values of its variables; empty text if none matches. */
    static String match(List<String> templates, String path) {
        return templates.stream()
                .filter(template -> values(template, path).isPresent())
                .min(Comparator.comparing(PlainMatcher::rank))
                .map(template -> template + values(template, path).orElseThrow())
                .orElse("");
    }

    /** One letter a segment; in the order of preference. The end of a template is preferred to a tail. */
    private static String rank(String template) {
        StringBuilder rank = new StringBuilder();
        for (String segment : segments(template)) {
            rank.append(segment.startsWith("{*") ? 'd' : segment.startsWith("{") ? 'c' : 'b');
        }
        return rank.append('a').toString();
    }

    private static Optional<List<String>> values(String template, String path) {
        List<String> wanted = segments(template);
        List<String> given = segments(path);
        List<String> values = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            String segment = wanted.get(i);
            if (segment.startsWith("{*")) {
                boolean reachable = i < given.size() || path.equals("/") && i == 0;
                values.add(String.join("/", given.subList(Math.min(i, given.size()), given.size())));
                return reachable ? Optional.of(values) : Optional.empty();
            }
            if (i >= given.size() || !segment.startsWith("{") && !segment.equals(given.get(i))) {
                return Optional.empty();
            }
            if (segment.startsWith("{")) {
                if (given.get(i).isEmpty()) {
                    return Optional.empty();
                }
                values.add(given.get(i));
            }
        }
        return wanted.size() == given.size() ? Optional.of(values) : Optional.empty();
    }

    private static List<String> segments(String path) {
        return path.equals("/") ? List.of() : List.of(path.substring(1).split("/", -1));
    }
}

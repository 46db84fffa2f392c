package io.jetalyst.internal.failure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The English messages about mistakes, each with its key. Some have arguments: {@code is given {0} times}. */
final class EnglishMessages {
    /** The beginnings of the keys of texts that are looked up by their keys. An application may have such a text as a message of its own. */
    private static final Set<String> NO_MESSAGES = Set.of("title", "page", "subject");

    private static final Pattern ARGUMENT = Pattern.compile("\\{\\d}");

    private final Map<String, String> keys = new HashMap<>();
    private final Map<String, Pattern> templates;

    /** A message, and what it has in place of {@code {0}}, {@code {1}}, … */
    record Found(String key, List<String> arguments) {}

    EnglishMessages() {
        Map<String, Pattern> withArguments = new HashMap<>();
        Translations.builtIn("").forEach((key, text) -> {
            if (NO_MESSAGES.contains(key.substring(0, Math.max(0, key.indexOf('.'))))) {
                return;
            }
            if (ARGUMENT.matcher(text).find()) {
                withArguments.put(key, template(text));
            } else {
                keys.put(text, key);
            }
        });
        templates = withArguments;
    }

    private static Pattern template(String text) {
        Matcher matcher = ARGUMENT.matcher(text);
        StringBuilder regex = new StringBuilder();
        int end = 0;
        while (matcher.find()) {
            regex.append(Pattern.quote(text.substring(end, matcher.start()))).append("(.+)");
            end = matcher.end();
        }
        return Pattern.compile(regex.append(Pattern.quote(text.substring(end))).toString(), Pattern.DOTALL);
    }

    /** The message with this text; the one with the longest text around its arguments if several match. */
    Optional<Found> find(String text) {
        String key = keys.get(text);
        if (key != null) {
            return Optional.of(new Found(key, List.of()));
        }
        List<Found> found = new ArrayList<>();
        templates.forEach((templateKey, template) -> {
            Matcher matcher = template.matcher(text);
            if (matcher.matches()) {
                found.add(new Found(
                        templateKey,
                        IntStream.rangeClosed(1, matcher.groupCount())
                                .mapToObj(matcher::group)
                                .toList()));
            }
        });
        return found.stream().min(Comparator.comparingInt(EnglishMessages::length));
    }

    private static int length(Found found) {
        return found.arguments().stream().mapToInt(String::length).sum();
    }
}

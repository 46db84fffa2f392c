package io.jetalyst.internal.config;

import io.jetalyst.config.Settings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Converts the text of settings. A conversion that fails throws an {@link IllegalArgumentException}. */
final class Values {
    static final String DURATION = "a time such as 500ms, 30s, 2m, 12h or 30d, of at most 3650 days";
    static final String COUNT = "a number from 1 on";
    static final String SIZE = "a number of bytes such as 1000, 64KiB or 10MiB, less than 2GiB";

    /** Nanoseconds of this time, added to a clock, fit into a long. */
    private static final Duration MAX_DURATION = Duration.ofDays(3650);

    private static final Pattern TIME = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");
    private static final Pattern SIZED = Pattern.compile("(\\d{1,10})(KiB|MiB|GiB)?");

    private Values() {}

    static <T> T of(Settings settings, String key, String defaultValue, String kind, Function<String, T> conversion) {
        return settings.get(key, kind, conversion).orElseGet(() -> conversion.apply(defaultValue));
    }

    static int port(String text) {
        return between(Integer.parseInt(text), 0, 65_535);
    }

    static int count(String text) {
        return between(Integer.parseInt(text), 1, Integer.MAX_VALUE);
    }

    static int countOrZero(String text) {
        return between(Integer.parseInt(text), 0, Integer.MAX_VALUE);
    }

    private static int between(int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException("out of range");
        }
        return value;
    }

    static Duration duration(String text) {
        Matcher matcher = TIME.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not a duration");
        }
        long amount = Long.parseLong(matcher.group(1));
        Duration duration = switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "h" -> Duration.ofHours(amount);
            case "d" -> Duration.ofDays(amount);
            default -> Duration.ofMinutes(amount);
        };
        if (duration.compareTo(MAX_DURATION) > 0) {
            throw new IllegalArgumentException("out of range");
        }
        return duration;
    }

    static Duration timeout(String text) {
        Duration timeout = duration(text);
        if (timeout.isZero()) {
            throw new IllegalArgumentException("no time");
        }
        return timeout;
    }

    static int size(String text) {
        Matcher matcher = SIZED.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not a size");
        }
        long amount = Long.parseLong(matcher.group(1));
        String unit = matcher.group(2);
        int shift = unit == null ? 0 : unit.equals("KiB") ? 10 : unit.equals("MiB") ? 20 : 30;
        return Math.toIntExact(Math.multiplyExact(amount, 1L << shift));
    }

    /** The members of a list, separated by commas; at least one. */
    static <T> List<T> list(String text, Function<String, T> conversion) {
        List<T> members = new ArrayList<>();
        for (String member : text.split(",", -1)) {
            members.add(conversion.apply(member.strip()));
        }
        return List.copyOf(members);
    }
}

package io.jetalyst.internal.config;

import io.jetalyst.config.Settings;
import io.jetalyst.socket.SocketLimit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The {@code socket.*} settings: the limits of all sockets of the application. */
public final class SocketSettings {
    static final String PREFIX = "socket.";

    /** Every key there is. */
    static final List<String> KEYS =
            Stream.of(SocketLimit.values()).map(SocketLimit::setting).toList();

    private static final Pattern SECONDS = Pattern.compile("(\\d{1,10})(s|m)");

    private SocketSettings() {}

    /**
     * The limits that were set, in the units of their names.
     *
     * @throws io.jetalyst.config.StartupException naming the first setting that cannot be converted, and where it came from
     */
    public static Map<SocketLimit, Integer> of(Settings settings) {
        Map<SocketLimit, Integer> given = new EnumMap<>(SocketLimit.class);
        for (SocketLimit limit : SocketLimit.values()) {
            value(settings, limit).ifPresent(value -> given.put(limit, value));
        }
        return given;
    }

    private static Optional<Integer> value(Settings settings, SocketLimit limit) {
        return limit.isDuration()
                ? settings.get(limit.setting(), "a time in whole seconds such as 30s or 2m", SocketSettings::seconds)
                : settings.get(
                        limit.setting(),
                        "a number from 1 to " + Integer.MAX_VALUE,
                        text -> positive(Long.parseLong(text)));
    }

    private static int seconds(String text) {
        Matcher matcher = SECONDS.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not a time");
        }
        return positive(Long.parseLong(matcher.group(1)) * (matcher.group(2).equals("m") ? 60 : 1));
    }

    private static int positive(long value) {
        if (value < 1 || value > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("out of range");
        }
        return (int) value;
    }
}

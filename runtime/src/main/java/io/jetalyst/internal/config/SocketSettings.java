package io.jetalyst.internal.config;

import io.jetalyst.config.Settings;
import io.jetalyst.socket.SocketLimit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The {@code socket.*} settings: limits of all sockets of the application. */
public final class SocketSettings {
    static final String PREFIX = "socket.";

    /** Every key there is. */
    static final List<String> KEYS =
            Stream.of(SocketLimit.values()).map(SocketLimit::setting).toList();

    private SocketSettings() {}

    /**
     * What was set.
     *
     * @throws StartupException naming the first setting that cannot be converted, and where it came from
     */
    public static Map<SocketLimit, Integer> of(Settings settings) {
        Map<SocketLimit, Integer> given = new EnumMap<>(SocketLimit.class);
        for (SocketLimit limit : SocketLimit.values()) {
            settings.get(limit.setting(), "a number from 1 to " + Integer.MAX_VALUE, SocketSettings::positive)
                    .ifPresent(value -> given.put(limit, value));
        }
        return given;
    }

    private static int positive(String text) {
        int value = Integer.parseInt(text);
        if (value < 1) {
            throw new IllegalArgumentException("out of range");
        }
        return value;
    }
}

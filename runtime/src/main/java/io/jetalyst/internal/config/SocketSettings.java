package io.jetalyst.internal.config;

import io.jetalyst.config.Setting;
import io.jetalyst.config.Settings;
import io.jetalyst.config.StartupException;
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
            settings.find(limit.setting()).ifPresent(setting -> given.put(limit, value(setting)));
        }
        return given;
    }

    private static int value(Setting setting) {
        try {
            int value = Integer.parseInt(setting.value());
            if (value >= 1) {
                return value;
            }
        } catch (NumberFormatException e) {
            // said below, with its origin
        }
        throw new StartupException(setting.key() + " must be a number from 1 to " + Integer.MAX_VALUE + ", not \""
                + setting.value() + "\" (" + setting.origin() + ").");
    }
}

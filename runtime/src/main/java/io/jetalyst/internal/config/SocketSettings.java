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

    /** One for each limit. */
    static final List<KnownSetting> KNOWN = Stream.of(SocketLimit.values())
            .map(limit -> new KnownSetting(limit.setting(), defaultValue(limit), meaning(limit)))
            .toList();

    private static final Pattern SECONDS = Pattern.compile("(\\d{1,10})(s|m)");

    private SocketSettings() {}

    private static String defaultValue(SocketLimit limit) {
        return limit.defaultValue() + (limit.isDuration() ? "s" : "");
    }

    private static String meaning(SocketLimit limit) {
        return switch (limit) {
            case MAX_MESSAGE_BYTES ->
                "maximum size of a received message; for listeners of partial messages, of a frame";
            case MAX_FRAME_BYTES -> "maximum size of a received frame; follows `max-message-bytes` until it is set";
            case MAX_FRAGMENTS -> "maximum number of frames in a received message";
            case MESSAGE_TIMEOUT_SECONDS ->
                "time that the server waits for the rest of a message, summed over its frames";
            case MESSAGES_PER_SECOND ->
                "highest rate of messages, pings and pongs of a client over a longer time, in messages per second";
            case MESSAGE_BURST ->
                "maximum number of messages, pings and pongs that a client sends at once; twice `messages-per-second` until it is set";
            case MAX_QUEUED_FRAMES -> "maximum number of frames in the send queue of a session";
            case MAX_QUEUED_BYTES -> "maximum number of bytes in the send queue of a session";
            case MAX_SUBSCRIPTIONS -> "maximum number of topics that a session is subscribed to";
            case PING_INTERVAL_SECONDS ->
                "silence of the client before the server sends a ping; at most half of `idle-timeout` until it is set";
            case IDLE_TIMEOUT_SECONDS ->
                "silence of the client, or a write that makes no progress, before the session is closed";
        };
    }

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

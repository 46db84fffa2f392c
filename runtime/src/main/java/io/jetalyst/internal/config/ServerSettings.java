package io.jetalyst.internal.config;

import io.jetalyst.config.Settings;
import io.jetalyst.config.StartupException;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The {@code server.*} settings, converted.
 *
 * @param port 0 for a free one
 * @param host the address to bind
 * @param mode what is told at start
 * @param idleTimeout after which a silent HTTP connection is closed
 * @param stopTimeout how long requests in flight, and what is queued for sockets, may take at the end
 * @param maxTopics how many topics may be in use at one time
 */
public record ServerSettings(
        int port, String host, Mode mode, Duration idleTimeout, Duration stopTimeout, int maxTopics) {
    static final String PREFIX = "server.";
    static final String PORT = PREFIX + "port";
    private static final String HOST = PREFIX + "host";
    private static final String MODE = PREFIX + "mode";
    private static final String IDLE_TIMEOUT = PREFIX + "idle-timeout";
    private static final String STOP_TIMEOUT = PREFIX + "stop-timeout";
    private static final String MAX_TOPICS = PREFIX + "max-topics";

    /** Every key the server reads. */
    static final List<String> KEYS = List.of(PORT, HOST, MODE, IDLE_TIMEOUT, STOP_TIMEOUT, MAX_TOPICS);

    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|m)");

    /** Whom the application runs for. */
    public enum Mode {
        DEV,
        PRODUCTION
    }

    /** @throws StartupException naming the first setting that cannot be converted, and where it came from */
    public static ServerSettings of(Settings settings) {
        return new ServerSettings(
                convert(settings, PORT, "8080", "a number from 0 to 65535", ServerSettings::port),
                convert(settings, HOST, "127.0.0.1", "a host name or an address", ServerSettings::host),
                convert(settings, MODE, "production", "dev or production", ServerSettings::mode),
                convert(settings, IDLE_TIMEOUT, "30s", "a time such as 30s, 500ms or 2m", ServerSettings::duration),
                convert(settings, STOP_TIMEOUT, "10s", "a time such as 30s, 500ms or 2m", ServerSettings::duration),
                convert(settings, MAX_TOPICS, "10000", "a number from 1 on", ServerSettings::count));
    }

    private static <T> T convert(
            Settings settings, String key, String defaultValue, String kind, Function<String, T> conversion) {
        return settings.get(key, kind, conversion).orElseGet(() -> conversion.apply(defaultValue));
    }

    private static int port(String text) {
        int port = Integer.parseInt(text);
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("out of range");
        }
        return port;
    }

    private static int count(String text) {
        int count = Integer.parseInt(text);
        if (count < 1) {
            throw new IllegalArgumentException("out of range");
        }
        return count;
    }

    private static String host(String text) {
        if (text.isEmpty() || text.contains("/")) {
            throw new IllegalArgumentException("not a host");
        }
        return text;
    }

    private static Mode mode(String text) {
        return switch (text) {
            case "dev" -> Mode.DEV;
            case "production" -> Mode.PRODUCTION;
            default -> throw new IllegalArgumentException("no such mode");
        };
    }

    private static Duration duration(String text) {
        Matcher matcher = DURATION.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not a duration");
        }
        long amount = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            default -> Duration.ofMinutes(amount);
        };
    }
}

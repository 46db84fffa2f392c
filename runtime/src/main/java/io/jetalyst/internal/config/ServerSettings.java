package io.jetalyst.internal.config;

import io.jetalyst.config.Settings;
import io.jetalyst.config.StartupException;
import io.jetalyst.engine.Listener;
import io.jetalyst.internal.proxy.BasePath;
import java.time.Duration;
import java.util.List;

/**
 * The {@code server.*} settings, converted; {@link ListenerSettings}, {@link ConnectionSettings}, {@link BodySettings} and {@link ProxySettings} have the others.
 *
 * @param listeners at least one
 * @param basePath the path below which clients see the application
 * @param stopTimeout the time that requests in flight, and the queued bytes of sockets, have at the end
 * @param answerTimeout the time that a request has until its response begins
 * @param eventKeepAlive the time between two comments of server-sent events
 * @param maxTopics the number of topics that may be in use at one time
 * @param maxHandshakesPerSecond the number of WebSocket handshakes of all clients in a second
 */
public record ServerSettings(
        List<Listener> listeners,
        Mode mode,
        BasePath basePath,
        Duration stopTimeout,
        Duration answerTimeout,
        Duration eventKeepAlive,
        int maxTopics,
        int maxHandshakesPerSecond) {
    static final String PREFIX = "server.";
    private static final String MODE = PREFIX + "mode";
    private static final String BASE_PATH = PREFIX + "base-path";
    private static final String STOP_TIMEOUT = PREFIX + "stop-timeout";
    private static final String ANSWER_TIMEOUT = PREFIX + "answer-timeout";
    private static final String EVENT_KEEP_ALIVE = PREFIX + "event-keep-alive";
    private static final String MAX_TOPICS = PREFIX + "max-topics";
    private static final String MAX_HANDSHAKES = PREFIX + "max-handshakes-per-second";

    static final List<KnownSetting> KNOWN = List.of(
            new KnownSetting(
                    MODE,
                    "production",
                    "`dev` prints the routes and the limits of each WebSocket at start, logs non-blocking handlers that"
                            + " block, shows stack traces to clients of this machine, and answers only requests for"
                            + " names of this machine (also `--mode`)"),
            new KnownSetting(
                    BASE_PATH,
                    "",
                    "path below which clients see the application, such as `/app`; the routes, and `request.path()`, do not have it"),
            new KnownSetting(
                    STOP_TIMEOUT, "10s", "time that a graceful shutdown leaves to WebSockets and requests together"),
            new KnownSetting(
                    ANSWER_TIMEOUT, "60s", "time until the response to a request must begin; then the client gets 503"),
            new KnownSetting(
                    EVENT_KEEP_ALIVE,
                    "15s",
                    "time between two comments of server-sent events that have nothing to send; after two such times"
                            + " a client that does not read is disconnected"),
            new KnownSetting(MAX_TOPICS, "10000", "maximum number of active topics"),
            new KnownSetting(
                    MAX_HANDSHAKES,
                    "2000",
                    "maximum number of WebSocket handshakes in a second, of all clients together"));

    /** The stage of the application's life. */
    public enum Mode {
        DEV,
        PRODUCTION
    }

    /** @throws StartupException naming the first setting that cannot be converted, and where it came from */
    public static ServerSettings of(Settings settings) {
        return new ServerSettings(
                ListenerSettings.of(settings),
                Values.of(settings, MODE, "production", "dev or production", ServerSettings::mode),
                Values.of(settings, BASE_PATH, "", "a path such as /app, without a slash at its end", BasePath::of),
                Values.of(settings, STOP_TIMEOUT, "10s", Values.DURATION, Values::duration),
                Values.of(settings, ANSWER_TIMEOUT, "60s", Values.DURATION, Values::timeout),
                Values.of(settings, EVENT_KEEP_ALIVE, "15s", Values.DURATION, Values::timeout),
                Values.of(settings, MAX_TOPICS, "10000", Values.COUNT, Values::count),
                Values.of(settings, MAX_HANDSHAKES, "2000", Values.COUNT, Values::count));
    }

    /** The setting that names the addresses: {@code server.listen}, or else {@code server.port}. */
    public static String addressSetting(Settings settings) {
        return settings.find(ListenerSettings.LISTEN).isPresent() ? ListenerSettings.LISTEN : ListenerSettings.PORT;
    }

    private static Mode mode(String text) {
        return switch (text) {
            case "dev" -> Mode.DEV;
            case "production" -> Mode.PRODUCTION;
            default -> throw new IllegalArgumentException("no such mode");
        };
    }
}

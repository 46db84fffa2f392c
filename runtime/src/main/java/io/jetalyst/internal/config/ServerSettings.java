package io.jetalyst.internal.config;

import io.jetalyst.config.Settings;
import io.jetalyst.config.StartupException;
import java.time.Duration;
import java.util.List;

/**
 * The {@code server.*} settings, converted; {@link ConnectionSettings}, {@link BodySettings} and {@link ProxySettings} have the others.
 *
 * @param port 0 for a free one
 * @param host the address to bind
 * @param stopTimeout the time that requests in flight, and the queued bytes of sockets, have at the end
 * @param answerTimeout the time that a request has until its response begins
 * @param eventKeepAlive the time between two comments of server-sent events
 * @param maxTopics the number of topics that may be in use at one time
 */
public record ServerSettings(
        int port,
        String host,
        Mode mode,
        Duration stopTimeout,
        Duration answerTimeout,
        Duration eventKeepAlive,
        int maxTopics) {
    static final String PREFIX = "server.";
    static final String PORT = PREFIX + "port";
    private static final String HOST = PREFIX + "host";
    private static final String MODE = PREFIX + "mode";
    private static final String STOP_TIMEOUT = PREFIX + "stop-timeout";
    private static final String ANSWER_TIMEOUT = PREFIX + "answer-timeout";
    private static final String EVENT_KEEP_ALIVE = PREFIX + "event-keep-alive";
    private static final String MAX_TOPICS = PREFIX + "max-topics";

    static final List<KnownSetting> KNOWN = List.of(
            new KnownSetting(
                    PORT, "8080", "port to listen on; 0 selects a free one (also `--port`, and the variable `PORT`)"),
            new KnownSetting(
                    HOST,
                    "127.0.0.1",
                    "address to listen on; 0.0.0.0 accepts connections from other machines (also `--host`)"),
            new KnownSetting(
                    MODE,
                    "production",
                    "`dev` prints the routes at start, and the limits of each WebSocket, shows stack traces in responses, logs"
                            + " non-blocking handlers that block, and accepts requests for the names of this machine only"
                            + " (also `--mode`)"),
            new KnownSetting(
                    STOP_TIMEOUT, "10s", "time that a graceful shutdown leaves to WebSockets and requests together"),
            new KnownSetting(
                    ANSWER_TIMEOUT, "60s", "time until the response to a request must begin; then the client gets 503"),
            new KnownSetting(
                    EVENT_KEEP_ALIVE,
                    "15s",
                    "time between two comments of server-sent events that have nothing to send; after two such times"
                            + " a client that does not read is disconnected"),
            new KnownSetting(MAX_TOPICS, "10000", "maximum number of active topics"));

    /** The stage of the application's life. */
    public enum Mode {
        DEV,
        PRODUCTION
    }

    /** @throws StartupException naming the first setting that cannot be converted, and where it came from */
    public static ServerSettings of(Settings settings) {
        return new ServerSettings(
                Values.of(settings, PORT, "8080", "a number from 0 to 65535", Values::port),
                Values.of(settings, HOST, "127.0.0.1", "a host name or an address", ServerSettings::host),
                Values.of(settings, MODE, "production", "dev or production", ServerSettings::mode),
                Values.of(settings, STOP_TIMEOUT, "10s", Values.DURATION, Values::duration),
                Values.of(settings, ANSWER_TIMEOUT, "60s", Values.DURATION, Values::timeout),
                Values.of(settings, EVENT_KEEP_ALIVE, "15s", Values.DURATION, Values::timeout),
                Values.of(settings, MAX_TOPICS, "10000", Values.COUNT, Values::count));
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
}

package io.jetalyst.internal.config;

import io.jetalyst.config.Settings;
import io.jetalyst.config.StartupException;
import io.jetalyst.engine.EngineOptions;
import java.time.Duration;
import java.util.List;

/** The {@code server.*} settings about the connections of clients: the options of the engine. */
public final class ConnectionSettings {
    private static final String REUSE_PORT = "server.reuse-port";
    private static final String IDLE_TIMEOUT = "server.idle-timeout";
    private static final String HEAD_TIMEOUT = "server.head-timeout";
    private static final String BODY_TIMEOUT = "server.body-timeout";
    private static final String MAX_CONNECTIONS = "server.max-connections";
    private static final String MAX_CONNECTIONS_PER_ADDRESS = "server.max-connections-per-address";

    private static final String MAX_REQUESTS = "server.max-requests";
    private static final String MIN_DATA_RATE = "server.min-data-rate";

    static final List<KnownSetting> KNOWN = List.of(
            new KnownSetting(
                    REUSE_PORT,
                    "false",
                    "`true` lets other processes of the same user listen on the same ports, so that the next process can"
                            + " [take over](operations/alone.md#two-processes-on-one-port)"),
            new KnownSetting(
                    IDLE_TIMEOUT,
                    "30s",
                    "closes an HTTP connection on which nothing was sent or received for that long"),
            new KnownSetting(HEAD_TIMEOUT, "10s", "time for a whole request head; then the client gets 408"),
            new KnownSetting(
                    BODY_TIMEOUT,
                    "20s",
                    "time that the server waits for a request body, in addition to the length of the body divided by"
                            + " `server.min-data-rate`"),
            new KnownSetting(MAX_CONNECTIONS, "10000", "maximum number of open connections"),
            new KnownSetting(
                    MAX_CONNECTIONS_PER_ADDRESS,
                    "0",
                    "maximum number of open connections of one client address; 0 for no limit"),
            new KnownSetting(
                    MAX_REQUESTS,
                    "10000",
                    "maximum number of requests in flight, from the head of the request to the end of the response"),
            new KnownSetting(
                    MIN_DATA_RATE,
                    "500",
                    "lowest rate at which a client may send a body and read a response, in bytes per second; a slower"
                            + " client is [disconnected](operations/limits.md#slow-clients)"));

    private ConnectionSettings() {}

    /** @throws StartupException naming the first setting that cannot be converted or contradicts another, and where it came from */
    public static EngineOptions of(Settings settings, ServerSettings server) {
        EngineOptions defaults = EngineOptions.of(server.listeners());
        int max = count(settings, MAX_CONNECTIONS, defaults.maxConnections());
        int perAddress = settings.get(MAX_CONNECTIONS_PER_ADDRESS, "a number from 0 on", Values::countOrZero)
                .orElse(defaults.maxConnectionsPerAddress());
        if (perAddress > max) {
            throw new StartupException(MAX_CONNECTIONS_PER_ADDRESS + " is " + perAddress + ", more than the " + max
                    + " of " + MAX_CONNECTIONS + ". Lower the first or raise the second.");
        }
        return defaults.reusePort(Values.of(settings, REUSE_PORT, "false", "true or false", ConnectionSettings::flag))
                .idleTimeout(timeout(settings, IDLE_TIMEOUT, defaults.idleTimeout()))
                .headTimeout(timeout(settings, HEAD_TIMEOUT, defaults.headTimeout()))
                .bodyTimeout(timeout(settings, BODY_TIMEOUT, defaults.bodyTimeout()))
                .maxConnections(max)
                .maxConnectionsPerAddress(perAddress)
                .maxRequests(count(settings, MAX_REQUESTS, defaults.maxRequests()))
                .minDataRate(count(settings, MIN_DATA_RATE, defaults.minDataRate()));
    }

    private static boolean flag(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException("no flag");
        }
        return text.equals("true");
    }

    private static Duration timeout(Settings settings, String key, Duration defaultValue) {
        return settings.get(key, Values.DURATION, Values::timeout).orElse(defaultValue);
    }

    private static int count(Settings settings, String key, int defaultValue) {
        return settings.get(key, Values.COUNT, Values::count).orElse(defaultValue);
    }
}

package io.jetalyst.internal.config;

import io.jetalyst.config.Setting;
import io.jetalyst.config.Settings;
import io.jetalyst.config.StartupException;
import io.jetalyst.engine.Listener;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The {@code server.*} settings about the start and the end of the process.
 *
 * @param drainDelay the time in which the application still serves as before, after its stop has begun
 * @param health the beginning of the paths of the health checks; empty if there are none
 * @param exitOnIdle the time without a connection after which the process ends; empty if it does not end by itself
 */
public record LifeSettings(Duration drainDelay, Optional<String> health, Optional<Duration> exitOnIdle) {
    private static final String DRAIN_DELAY = ServerSettings.PREFIX + "drain-delay";
    private static final String HEALTH = ServerSettings.PREFIX + "health";

    private static final String EXIT_ON_IDLE = ServerSettings.PREFIX + "exit-on-idle";

    static final List<KnownSetting> KNOWN = List.of(
            new KnownSetting(
                    DRAIN_DELAY,
                    "0s",
                    "time between SIGTERM and the close of the port, in which `/health/ready` is 503 and everything else is"
                            + " served as before, so that load balancers send new connections elsewhere"),
            new KnownSetting(
                    HEALTH,
                    "/health",
                    "beginning of the paths of the [health checks](operations.md#health), `/health/live` and"
                            + " `/health/ready`; `off` leaves them out"),
            new KnownSetting(
                    EXIT_ON_IDLE,
                    "",
                    "the process ends with code 0 when no connection has been open for that long; only with sockets that systemd opens,"
                            + " which starts the application again with the next connection"));

    /** @throws StartupException naming the first setting that cannot be converted or contradicts another, and where it came from */
    public static LifeSettings of(Settings settings, ServerSettings server) {
        return new LifeSettings(
                Values.of(settings, DRAIN_DELAY, "0s", Values.DURATION, Values::duration),
                Values.of(settings, HEALTH, "/health", "off or a path such as /health", LifeSettings::path),
                exitOnIdle(settings, server.listeners()));
    }

    private static Optional<Duration> exitOnIdle(Settings settings, List<Listener> listeners) {
        Optional<Setting> setting = settings.find(EXIT_ON_IDLE);
        setting.ifPresent(set -> listeners.stream()
                .filter(listener -> !(listener.address() instanceof Listener.Inherited))
                .findFirst()
                .ifPresent(own -> {
                    throw new StartupException(EXIT_ON_IDLE + " (" + set.source()
                            + ") needs sockets that stay open when the process ends, and " + own
                            + " closes. Let a socket unit of systemd open the sockets, or remove the setting.");
                }));
        return settings.get(EXIT_ON_IDLE, Values.DURATION, Values::timeout);
    }

    private static Optional<String> path(String text) {
        if (text.equals("off")) {
            return Optional.empty();
        }
        if (!text.matches("(/[A-Za-z0-9._~-]+)+")) {
            throw new IllegalArgumentException("not a path");
        }
        return Optional.of(text);
    }
}

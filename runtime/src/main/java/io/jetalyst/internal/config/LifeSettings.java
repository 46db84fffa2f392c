package io.jetalyst.internal.config;

import io.jetalyst.config.Settings;
import io.jetalyst.config.StartupException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The {@code server.*} settings for those who start and stop the process.
 *
 * @param drainDelay the time in which the application still serves as before, after its stop has begun
 * @param health the beginning of the paths of the health checks; empty if there are none
 */
public record LifeSettings(Duration drainDelay, Optional<String> health) {
    private static final String DRAIN_DELAY = ServerSettings.PREFIX + "drain-delay";
    private static final String HEALTH = ServerSettings.PREFIX + "health";

    static final List<KnownSetting> KNOWN = List.of(
            new KnownSetting(
                    DRAIN_DELAY,
                    "0s",
                    "time between SIGTERM and the end of the port, in which `/health/ready` is 503 and everything else is"
                            + " served as before, so that load balancers send new connections elsewhere"),
            new KnownSetting(
                    HEALTH,
                    "/health",
                    "beginning of the paths of the [health checks](operations.md#health), `/health/live` and"
                            + " `/health/ready`; `off` leaves them out"));

    /** @throws StartupException naming the first setting that cannot be converted, and where it came from */
    public static LifeSettings of(Settings settings) {
        return new LifeSettings(
                Values.of(settings, DRAIN_DELAY, "0s", Values.DURATION, Values::duration),
                Values.of(settings, HEALTH, "/health", "off or a path such as /health", LifeSettings::path));
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

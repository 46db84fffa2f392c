package io.jetalyst.internal.config;

import io.jetalyst.config.Setting;
import io.jetalyst.config.Settings;
import io.jetalyst.config.StartupException;
import io.jetalyst.engine.Listener;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The {@code server.*} settings about the metrics and the access log.
 *
 * @param metrics the address of the metrics; empty if nothing serves them
 * @param accessLog the form of the lines of the access log
 * @param accessLogFile the file of the access log; empty for the standard output
 */
public record ObserveSettings(Optional<Listener> metrics, AccessLogForm accessLog, Optional<Path> accessLogFile) {
    /** The setting of the address of the metrics. */
    public static final String METRICS = ServerSettings.PREFIX + "metrics";

    /** The setting of the file of the access log. */
    public static final String FILE = ServerSettings.PREFIX + "access-log-file";

    private static final String ACCESS_LOG = ServerSettings.PREFIX + "access-log";

    private static final String NO_METRICS_ADDRESS =
            ", and metrics are served over plain HTTP only. Name an address such as"
                    + " http://127.0.0.1:9090 or unix:/run/shop/metrics.sock.";

    static final List<KnownSetting> KNOWN = List.of(
            new KnownSetting(
                    ACCESS_LOG,
                    "off",
                    "a line for each request and each WebSocket that has ended ([access log](operations.md#access-log)):"
                            + " `combined`, as Apache and nginx write it, `json`, or `off`"),
            new KnownSetting(FILE, "", "the file to append these lines to; the standard output unless set"),
            new KnownSetting(
                    METRICS,
                    "",
                    "address that serves the [metrics](operations.md#metrics), such as `http://127.0.0.1:9090` or"
                            + " `unix:/run/shop/metrics.sock`; it serves nothing else, and no other address serves them"));

    /** The form of the lines of the access log. */
    public enum AccessLogForm {
        OFF,
        COMBINED,
        JSON
    }

    /** @throws StartupException naming the first setting that cannot be converted or contradicts another, and where it came from */
    public static ObserveSettings of(Settings settings, ServerSettings server) {
        AccessLogForm form = Values.of(settings, ACCESS_LOG, "off", "off, combined or json", ObserveSettings::form);
        Optional<Path> file = settings.get(FILE, "the path of a file", ObserveSettings::path);
        if (form == AccessLogForm.OFF) {
            settings.find(FILE).ifPresent(set -> {
                throw new StartupException(FILE + " (" + set.source() + ") is set, and " + ACCESS_LOG + " is off. Set "
                        + ACCESS_LOG + " to combined or json, or remove the file.");
            });
        }
        return new ObserveSettings(settings.find(METRICS).map(set -> metrics(set, server)), form, file);
    }

    private static AccessLogForm form(String text) {
        return switch (text) {
            case "off" -> AccessLogForm.OFF;
            case "combined" -> AccessLogForm.COMBINED;
            case "json" -> AccessLogForm.JSON;
            default -> throw new IllegalArgumentException("no such form");
        };
    }

    private static Path path(String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("no path");
        }
        try {
            return Path.of(text).toAbsolutePath();
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Listener metrics(Setting setting, ServerSettings server) {
        String origin = METRICS + " is \"" + setting.value() + "\" (" + setting.source() + ")";
        if (!setting.value().startsWith("http://") && !setting.value().startsWith("unix:")) {
            throw new StartupException(origin + NO_METRICS_ADDRESS);
        }
        Listener listener;
        try {
            listener = Listener.parse(setting.value());
        } catch (IllegalArgumentException e) {
            throw new StartupException(origin + ". " + e.getMessage(), e);
        }
        if (listener.proxyProtocol()) {
            throw new StartupException(origin + NO_METRICS_ADDRESS);
        }
        boolean isPublic = server.listeners().stream().anyMatch(other -> isSame(other, listener));
        if (isPublic) {
            throw new StartupException(origin + ", where the application listens, too. Choose another address: metrics"
                    + " are not for clients.");
        }
        return listener;
    }

    private static boolean isSame(Listener one, Listener other) {
        if (one.address() instanceof Listener.Unix first && other.address() instanceof Listener.Unix second) {
            return first.path().equals(second.path());
        }
        boolean isAnyPort = one.address() instanceof Listener.Tcp tcp && tcp.port() == 0;
        return !isAnyPort && one.address().equals(other.address());
    }
}

package io.jetalyst.internal.config;

import io.jetalyst.config.Setting;
import io.jetalyst.config.Settings;
import io.jetalyst.config.StartupException;
import io.jetalyst.route.CorsRule;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The {@code server.cors.*} settings. */
public final class CorsSettings {
    private static final String PREFIX = ServerSettings.PREFIX + "cors.";
    private static final String ORIGINS = PREFIX + "origins";
    private static final String CREDENTIALS = PREFIX + "credentials";
    private static final String HEADERS = PREFIX + "headers";
    private static final String EXPOSED = PREFIX + "exposed";
    private static final String MAX_AGE = PREFIX + "max-age";

    static final List<KnownSetting> KNOWN = List.of(
            new KnownSetting(
                    ORIGINS,
                    "",
                    "origins whose pages may [read all responses](security.md#cors), such as `https://app.example`, unless a route has"
                            + " `@AllowOrigins`; `*` for all"),
            new KnownSetting(CREDENTIALS, "false", "`true` if requests of these pages may have cookies; not with `*`"),
            new KnownSetting(HEADERS, "Content-Type", "fields that scripts of these pages may set in requests"),
            new KnownSetting(
                    EXPOSED, "", "further fields of responses that scripts of these pages may read, such as `ETag`"),
            new KnownSetting(MAX_AGE, "10m", "time for which a browser remembers the response to a preflight request"));

    private CorsSettings() {}

    /**
     * The rule of routes without one; {@code null} if only pages of the application itself may read their responses.
     *
     * @throws StartupException naming the setting that is malformed, has no effect, or contradicts another
     */
    public static @Nullable CorsRule of(Settings settings) {
        Optional<Setting> origins = settings.find(ORIGINS);
        boolean hasCredentials = Values.of(settings, CREDENTIALS, "false", "true or false", CorsSettings::flag);
        List<String> headers = names(settings, HEADERS).orElse(List.of("Content-Type"));
        List<String> exposed = names(settings, EXPOSED).orElse(List.of());
        Duration maxAge = Values.of(settings, MAX_AGE, "10m", Values.DURATION, Values::duration);
        if (origins.isEmpty()) {
            if (hasCredentials || settings.find(EXPOSED).isPresent()) {
                throw new StartupException((hasCredentials ? CREDENTIALS : EXPOSED) + " is set, but " + ORIGINS
                        + " names no origin. Set it, or use @AllowOrigins for routes.");
            }
            return null;
        }
        Setting setting = origins.get();
        try {
            return new CorsRule(
                    Values.list(setting.value(), text -> text),
                    hasCredentials,
                    headers,
                    exposed,
                    Math.toIntExact(maxAge.toSeconds()));
        } catch (IllegalArgumentException e) {
            throw new StartupException(
                    ORIGINS + " (" + setting.source() + ") is not consistent: " + e.getMessage() + ".", e);
        }
    }

    private static Optional<List<String>> names(Settings settings, String key) {
        return settings.get(
                key,
                "a list of header fields such as X-Total, ETag",
                text -> Values.list(text, name -> {
                    if (!name.matches("[A-Za-z0-9!#$%&'+.^_`|~-]+")) {
                        throw new IllegalArgumentException("no name");
                    }
                    return name;
                }));
    }

    private static boolean flag(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("neither");
        };
    }
}

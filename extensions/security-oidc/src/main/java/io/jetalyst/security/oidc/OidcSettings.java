package io.jetalyst.security.oidc;

import io.jetalyst.config.Settings;
import io.jetalyst.config.StartupException;
import java.net.URI;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** Reads the settings {@code security.oidc.*}. */
final class OidcSettings {
    private static final String PREFIX = "security.oidc.";

    /** The names of all settings, which the page of settings lists. */
    static final List<String> KEYS = Stream.of(
                    "issuer",
                    "client-id",
                    "client-secret",
                    "scopes",
                    "name-claim",
                    "roles-claim",
                    "path",
                    "after-logout",
                    "user-info")
            .map(PREFIX::concat)
            .toList();

    private OidcSettings() {}

    /** @throws StartupException if a setting is missing, has a wrong value, or does not exist */
    static OidcOptions of(Settings settings) {
        settings.requireKnown(PREFIX, KEYS);
        String client = settings.get(PREFIX + "client-id").orElseThrow(() -> missing("client-id"));
        OidcOptions options = settings.get(
                        PREFIX + "issuer",
                        "an address that begins with https://; http:// is for this machine",
                        text -> OidcOptions.of(URI.create(text), client))
                .orElseThrow(() -> missing("issuer"));
        OidcOptions known = settings.get(PREFIX + "client-secret")
                .map(secret -> OidcOptions.of(options.issuer(), client, secret))
                .orElse(options);
        known = apply(settings, known, "scopes", "a list", (changed, text) -> changed.scopes(text.split(" *, *")));
        known = apply(settings, known, "name-claim", "a name", OidcOptions::nameClaim);
        known = apply(settings, known, "roles-claim", "a name", OidcOptions::rolesClaim);
        known = apply(settings, known, "path", "a path such as /oidc", OidcOptions::path);
        known = apply(settings, known, "after-logout", "a path of the application", OidcOptions::afterLogout);
        return apply(settings, known, "user-info", "true or false", (changed, text) -> changed.userInfo(bool(text)));
    }

    private static StartupException missing(String name) {
        return new StartupException("The login with OpenID Connect needs the setting " + PREFIX + name
                + ". Set it, or give the options in code.");
    }

    private static OidcOptions apply(
            Settings settings,
            OidcOptions known,
            String name,
            String kind,
            BiFunction<OidcOptions, String, OidcOptions> change) {
        return settings.get(PREFIX + name, kind, text -> change.apply(known, text))
                .orElse(known);
    }

    private static boolean bool(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("neither");
        };
    }
}

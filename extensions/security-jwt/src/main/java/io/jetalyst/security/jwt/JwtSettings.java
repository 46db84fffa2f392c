package io.jetalyst.security.jwt;

import io.jetalyst.config.Settings;
import io.jetalyst.config.StartupException;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads the settings {@code security.jwt.*}. */
final class JwtSettings {
    private static final String PREFIX = "security.jwt.";
    private static final String ADDRESS = "an address that begins with https://; http:// is for this machine";

    private static final List<String> KEYS = Stream.of(
                    "issuer", "audience", "jwks", "algorithms", "types", "roles-claim", "name-claim", "clock-skew")
            .map(PREFIX::concat)
            .toList();

    private final Settings settings;
    private JwtOptions options;

    private JwtSettings(Settings settings) {
        this.settings = settings;
        this.options = required("issuer", ADDRESS, text -> JwtOptions.issuer(URI.create(text)));
    }

    /** @throws StartupException if a setting is missing, has a wrong value, or does not exist */
    static JwtOptions of(Settings settings) {
        settings.requireKnown(PREFIX, KEYS);
        JwtSettings read = new JwtSettings(settings);
        read.options = read.required("audience", "a list", text -> read.options.audience(list(text)));
        read.apply("jwks", ADDRESS, (known, text) -> known.keys(URI.create(text)));
        read.apply(
                "algorithms",
                "a list of " + String.join(", ", JwtOptions.KNOWN_ALGORITHMS),
                (known, text) -> known.algorithms(list(text)));
        read.apply("types", "any or at+jwt", JwtSettings::types);
        read.apply("roles-claim", "a name", JwtOptions::rolesClaim);
        read.apply("name-claim", "a name", JwtOptions::nameClaim);
        read.apply(
                "clock-skew", "a time of whole seconds such as 30s", (known, text) -> known.clockSkew(seconds(text)));
        return read.options;
    }

    private JwtOptions required(String name, String kind, Function<String, JwtOptions> conversion) {
        return settings.get(PREFIX + name, kind, conversion)
                .orElseThrow(() -> new StartupException(
                        "Bearer tokens need the setting " + PREFIX + name + ". Set it, or give the options in code."));
    }

    private void apply(String name, String kind, BiFunction<JwtOptions, String, JwtOptions> change) {
        JwtOptions known = options;
        options = settings.get(PREFIX + name, kind, text -> change.apply(known, text))
                .orElse(known);
    }

    private static JwtOptions types(JwtOptions known, String text) {
        return switch (text) {
            case "any" -> known;
            case "at+jwt" -> known.accessTokensOnly();
            default -> throw new IllegalArgumentException("neither");
        };
    }

    private static String[] list(String text) {
        String[] members = Arrays.stream(text.split(",")).map(String::strip).toArray(String[]::new);
        if (members.length == 0 || Arrays.asList(members).contains("")) {
            throw new IllegalArgumentException("an empty member");
        }
        return members;
    }

    private static Duration seconds(String text) {
        if (!text.matches("\\d{1,3}s")) {
            throw new IllegalArgumentException("no seconds");
        }
        return Duration.ofSeconds(Integer.parseInt(text.substring(0, text.length() - 1)));
    }
}

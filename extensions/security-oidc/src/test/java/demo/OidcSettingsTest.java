package demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.jetalyst.config.Setting;
import io.jetalyst.config.SettingSource;
import io.jetalyst.config.Settings;
import io.jetalyst.config.StartupException;
import io.jetalyst.security.oidc.OidcLogin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The settings of the login with OpenID Connect. */
class OidcSettingsTest {
    /** A source with these values. */
    private record Values(Map<String, String> values) implements SettingSource {
        @Override
        public Optional<Setting> find(String key) {
            return Optional.ofNullable(values.get(key)).map(value -> new Setting(key, value, "--" + key));
        }

        @Override
        public Set<String> keys() {
            return values.keySet();
        }
    }

    private static void configure(Map<String, String> values) {
        OidcLogin.ofSettings().configure(new Settings(List.of(new Values(values))));
    }

    private static String value(String key) {
        return switch (key.substring(key.lastIndexOf('.') + 1)) {
            case "issuer" -> "http://127.0.0.1:1";
            case "path", "after-logout" -> "/page";
            case "user-info" -> "true";
            default -> "text";
        };
    }

    @Test
    void acceptsEveryKeyOfThePage() throws IOException {
        Map<String, String> documented = Files.readString(Path.of("../../docs/settings.md"))
                .lines()
                .filter(line -> line.startsWith("| `security.oidc."))
                .map(line -> line.split("`")[1])
                .collect(Collectors.toMap(key -> key, OidcSettingsTest::value));
        assertEquals(9, documented.size());
        configure(documented);
    }

    @Test
    void doesNotStartWithMisspelledKey() {
        StartupException refusal = assertThrows(
                StartupException.class,
                () -> configure(Map.of(
                        "security.oidc.issuer", "http://127.0.0.1:1",
                        "security.oidc.client-id", "shop",
                        "security.oidc.client-secrte", "x")));
        assertEquals(
                "There is no setting security.oidc.client-secrte (--security.oidc.client-secrte)."
                        + " Did you mean security.oidc.client-secret?",
                refusal.getMessage());
    }
}

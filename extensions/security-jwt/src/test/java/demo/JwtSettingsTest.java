package demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.RunningApp;
import io.jetalyst.config.Setting;
import io.jetalyst.config.SettingSource;
import io.jetalyst.config.Settings;
import io.jetalyst.config.StartupException;
import io.jetalyst.security.jwt.BearerTokens;
import io.jetalyst.security.jwt.Issuer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The settings of bearer tokens. */
class JwtSettingsTest {
    @Test
    void readsIssuerAudienceAndClaims() throws Exception {
        try (Issuer issuer = Issuer.start();
                RunningApp app = OrderApp.app(
                                "--port=0",
                                "--security.jwt.issuer=" + issuer.address(),
                                "--security.jwt.audience=https://other.example, " + Issuer.AUDIENCE,
                                "--security.jwt.algorithms=RS256",
                                "--security.jwt.types=at+jwt",
                                "--security.jwt.clock-skew=10s",
                                "--security.jwt.roles-claim=groups")
                        .start()) {
            String token = issuer.token(
                    issuer.claims().claim("groups", List.of("seller")).build());
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + app.port() + "/orders"))
                    .header("Authorization", "Bearer " + token)
                    .build();

            assertEquals(
                    "orders of ada",
                    HttpClient.newHttpClient()
                            .send(request, BodyHandlers.ofString())
                            .body());
        }
    }

    @Test
    void readsEverySettingOfThePage() throws IOException {
        Set<String> documented = Files.readString(Path.of("../../docs/settings.md"))
                .lines()
                .filter(line -> line.startsWith("| `security.jwt."))
                .map(line -> line.split("`")[1])
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> read = new TreeSet<>();
        SettingSource source = new SettingSource() {
            @Override
            public Optional<Setting> find(String key) {
                read.add(key);
                return key.endsWith("issuer") || key.endsWith("audience")
                        ? Optional.of(new Setting(key, "http://127.0.0.1:1", "test"))
                        : Optional.empty();
            }

            @Override
            public Set<String> keys() {
                return documented;
            }
        };

        BearerTokens.ofSettings().configure(new Settings(List.of(source)));

        assertEquals(documented, read);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--security.jwt.isuer=https://login.example --security.jwt.audience=x"
                        + " | no setting security.jwt.isuer (--security.jwt.isuer). Did you mean security.jwt.issuer?",
                "--security.jwt.issuer=https://login.example --security.jwt.audience=x --security.jwt.clock-skw=10s"
                        + " | no setting security.jwt.clock-skw (--security.jwt.clock-skw). Did you mean security.jwt.clock-skew?",
                "--security.jwt.audience=x | need the setting security.jwt.issuer",
                "--security.jwt.issuer=https://login.example | need the setting security.jwt.audience",
                "--security.jwt.issuer=http://login.example --security.jwt.audience=x | security.jwt.issuer must be an address",
                "--security.jwt.issuer=https://login.example --security.jwt.audience=x --security.jwt.algorithms=HS256"
                        + " | security.jwt.algorithms must be a list of RS256",
                "--security.jwt.issuer=https://login.example --security.jwt.audience=x --security.jwt.types=y"
                        + " | security.jwt.types must be any or at+jwt"
            })
    void doesNotStartWithWrongSettings(String arguments, String sentence) {
        String[] all = ("--port=0 " + arguments).split(" ");
        StartupException refusal = assertThrows(
                StartupException.class, () -> OrderApp.app(all).start().close());

        assertTrue(String.valueOf(refusal.getMessage()).contains(sentence), refusal.getMessage());
    }
}

package demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.jetalyst.App;
import io.jetalyst.RunningApp;
import io.jetalyst.security.jwt.AccessToken;
import io.jetalyst.security.jwt.InvalidTokenException;
import io.jetalyst.security.jwt.JwtOptions;
import io.jetalyst.security.jwt.JwtVerifier;
import io.jetalyst.security.oidc.OidcLogin;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Access tokens of a real provider, and what a provider that restarts or stops changes. */
class RealTokensTest {
    private RealProvider provider;

    @BeforeEach
    void start() throws Exception {
        provider = RealProvider.start();
    }

    @AfterEach
    void stop() {
        if (provider != null) {
            provider.close();
        }
    }

    private JwtVerifier verifier() {
        return JwtVerifier.of(JwtOptions.issuer(provider.issuer())
                .audience(RealProvider.AUDIENCE)
                .accessTokensOnly()
                .keyTimes(Duration.ofMinutes(10), Duration.ofHours(6), Duration.ZERO));
    }

    @Test
    void acceptsAccessTokenBeforeAndAfterRotationOfKeys() throws Exception {
        JwtVerifier verifier = verifier();
        String old = provider.accessToken();
        AccessToken token = verifier.verify(old);
        assertEquals("robot", token.subject());
        assertEquals(Set.of("orders:read"), token.scopes());

        provider.restart();

        assertEquals("robot", verifier.verify(provider.accessToken()).subject());
        assertThrows(InvalidTokenException.class, () -> verifier.verify(old), "the provider has withdrawn the key");
    }

    @Test
    void acceptsKnownKeysWhileTheProviderIsDown() throws Exception {
        JwtVerifier verifier = verifier();
        String token = provider.accessToken();
        verifier.verify(token);

        provider.stop();

        assertEquals("robot", verifier.verify(token).subject());
    }

    @Test
    void startsWithoutTheProviderAndRefusesLogins() throws Exception {
        provider.stop();
        try (RunningApp app = App.builder()
                .args("--port=0")
                .mount(new AccountController_Routes())
                .authenticator(OidcLogin.of(provider.options()))
                .build()
                .start()) {
            HttpResponse<String> response =
                    new Browser().get(URI.create("http://127.0.0.1:" + app.port() + "/account"));

            assertEquals(503, response.statusCode());
        }
    }
}

package demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.App;
import io.jetalyst.RunningApp;
import io.jetalyst.security.oidc.OidcLogin;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Attacks on logins at a real provider. */
class OidcAttackTest extends ShopTest {
    /** Somebody sends the link of a login of his own, so that the victim works in his account. */
    @Test
    void rejectsLoginThatAnotherBrowserHasBegun() throws Exception {
        URI ofAttacker = callback(new Browser(), "mallory");
        Browser victim = new Browser();

        assertEquals(400, victim.get(ofAttacker).statusCode());
        URI ofVictim = callback(victim, "ada");
        assertEquals(400, victim.get(ofAttacker).statusCode());
        assertEquals("Hello", victim.get(address("/")).body());
        assertEquals(303, victim.get(ofVictim).statusCode());
    }

    @Test
    void rejectsStateThatWasUsed() throws Exception {
        Browser browser = new Browser();
        URI callback = callback(browser, "ada");

        assertEquals(303, browser.get(callback).statusCode());
        assertEquals(400, browser.get(callback).statusCode());
        assertEquals("Hello ada", browser.get(address("/")).body(), "the first login counts");
    }

    /** The code of a victim in a login of the attacker: PKCE binds the code to the browser that has begun the login. */
    @Test
    void rejectsCodeOfAnotherLogin() throws Exception {
        URI ofVictim = callback(new Browser(), "ada");
        Browser attacker = new Browser();
        URI ofAttacker = callback(attacker, "mallory");
        String injected = ofAttacker
                .toString()
                .replace("code=" + parameter(ofAttacker, "code"), "code=" + parameter(ofVictim, "code"));

        assertEquals(403, attacker.get(URI.create(injected)).statusCode());
        assertEquals("Hello", attacker.get(address("/")).body());
    }

    /** The nonce binds the ID token to the browser that has begun the login. */
    @Test
    void rejectsTokenWithAnotherNonce() throws Exception {
        Browser browser = new Browser();
        URI callback = callback(browser, "ada");
        String cookie = browser.cookie("oidc-login-");
        String[] parts = cookie.split("\\.", -1);
        parts[1] = "x".repeat(parts[1].length());
        HttpRequest request = HttpRequest.newBuilder(callback)
                .header("Cookie", String.join(".", parts))
                .build();

        HttpResponse<String> response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());

        assertEquals(403, response.statusCode());
        assertFalse(response.headers().map().toString().contains("session="));
    }

    @Test
    void rejectsResponseOfAnotherIssuer() throws Exception {
        Browser browser = new Browser();
        String callback = callback(browser, "ada").toString();
        String other = callback.replaceFirst("iss=[^&]*", "iss=https%3A%2F%2Fevil.example");
        assertNotEquals(callback, other);
        assertEquals(403, browser.get(URI.create(other)).statusCode());

        String missing = callback(browser, "ada").toString().replaceFirst("[&?]iss=[^&]*", "");
        assertEquals(403, browser.get(URI.create(missing)).statusCode());
        assertEquals("Hello", browser.get(address("/")).body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?state=",
                "?state=0",
                "?state=9abc",
                "?code=x",
                "?state=0abc&code=x&iss=x",
                "?error=access_denied",
                "?state=%00&code=%0d%0aSet-Cookie:x=1"
            })
    void rejectsCallbackWithoutLogin(String query) throws Exception {
        HttpResponse<String> response = new Browser().get(address("/oidc/callback" + query));

        assertEquals(400, response.statusCode());
        assertTrue(response.headers().firstValue("Set-Cookie").isEmpty());
    }

    /** A subject of one provider may be that of another user at another provider, and the roles of the second one are not those of the first. */
    @Test
    void acceptsNoUserOfAnotherProvider() throws Exception {
        try (RealProvider second = RealProvider.start();
                RunningApp both = App.builder()
                        .args("--port=0")
                        .mount(new AccountController_Routes(), new NewsController_Routes())
                        .authenticator(OidcLogin.of(provider.options()))
                        .authenticator(OidcLogin.of(second.options()
                                .path("/other")
                                .rolesClaim("none")
                                .nameClaim("name")))
                        .build()
                        .start()) {
            URI home = URI.create("http://127.0.0.1:" + both.port() + "/");
            Browser browser = new Browser();
            browser.logIn(home.resolve("/other/login"), "ada", second.issuer());

            assertEquals("Hello ada of the tests", browser.get(home).body());
            assertEquals(403, browser.get(home.resolve("/account")).statusCode());

            browser.forgetProvider();
            browser.logIn(home.resolve("/oidc/login"), "ada", provider.issuer());
            assertEquals("Hello ada", browser.get(home).body());
        }
    }

    @Test
    void doesNotShowTheErrorTextOfTheResponse() throws Exception {
        Browser browser = new Browser();
        String state = parameter(Browser.location(browser.get(address("/account"))), "state");
        HttpResponse<String> response = browser.get(address("/oidc/callback?error=access_denied&state=" + state
                + "&error_description=%3Cscript%3Ealert(1)%3C/script%3E&iss=" + provider.issuer()));

        assertEquals(403, response.statusCode());
        assertFalse(response.body().contains("alert(1)"), response.body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "//evil.example/",
                "/%5Cevil.example",
                "/%2Fevil.example",
                "%09//evil.example",
                "/%0D%0ALocation:%20https://evil.example",
                "/%252f..%252f/evil.example",
                "/..//evil.example",
                "/%2F%2Fevil.example",
                "user@evil.example",
                "/%E2%80%8B/evil.example",
                "javascript:alert(1)",
                ""
            })
    void leadsToNoOtherHostAfterTheLogin(String target) throws Exception {
        Browser browser = new Browser();
        URI callback = browser.logInUntil(
                address("/oidc/login?target=" + target), "ada", provider.issuer(), ShopTest::isCallback);

        assertEquals(address("/"), Browser.location(browser.get(callback)));
    }

    @Test
    void endsNoSessionByLink() throws Exception {
        Browser browser = new Browser();
        logIn(browser, "ada");

        assertEquals(405, browser.get(address("/oidc/logout")).statusCode());
        assertEquals("Hello ada", browser.get(address("/")).body());
    }
}

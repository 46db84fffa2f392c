package demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.App;
import io.jetalyst.RunningApp;
import io.jetalyst.security.jwt.BearerTokens;
import io.jetalyst.security.jwt.JwtOptions;
import io.jetalyst.security.jwt.JwtVerifier;
import io.jetalyst.security.oidc.OidcLogin;
import io.jetalyst.security.oidc.OidcOptions;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Logins at a real provider, and attacks on them. */
class OidcLoginTest {
    private static RealProvider provider;
    private static RunningApp app;

    @BeforeAll
    static void start() throws Exception {
        provider = RealProvider.start();
        app = app(provider.options());
    }

    private static RunningApp app(OidcOptions options, String... settings) {
        JwtOptions tokens = JwtOptions.issuer(provider.issuer())
                .audience(RealProvider.AUDIENCE)
                .keyTimes(Duration.ofMinutes(10), Duration.ofHours(6), Duration.ZERO);
        return App.builder()
                .args("--port=0")
                .args(settings)
                .mount(new AccountController_Routes(), new NewsController_Routes())
                .authenticator(BearerTokens.of(JwtVerifier.of(tokens)))
                .authenticator(OidcLogin.of(options))
                .build()
                .start();
    }

    @AfterAll
    static void stop() {
        if (app != null) {
            app.close();
        }
        if (provider != null) {
            provider.close();
        }
    }

    private static URI address(String path) {
        return URI.create("http://127.0.0.1:" + app.port() + path);
    }

    private static boolean isCallback(URI address) {
        return address.getPath().equals("/oidc/callback");
    }

    private static URI callback(Browser browser, String user) throws Exception {
        return browser.logInUntil(address("/account"), user, provider.issuer(), OidcLoginTest::isCallback);
    }

    private static HttpResponse<String> logIn(Browser browser, String user) throws Exception {
        return browser.logIn(address("/account?tab=orders"), user, provider.issuer());
    }

    @Test
    void returnsToThePageAfterTheLogin() throws Exception {
        Browser browser = new Browser();

        HttpResponse<String> page = logIn(browser, "ada");

        assertEquals(address("/account?tab=orders"), page.uri());
        assertEquals("ada, ada of the tests, orders", page.body());
        assertEquals("Hello ada", browser.get(address("/")).body());
        assertEquals(403, browser.get(address("/admin")).statusCode());
    }

    @Test
    void sendsCodeChallengeStateAndNonce() throws Exception {
        URI first = Browser.location(new Browser().get(address("/account")));
        URI second = Browser.location(new Browser().get(address("/account")));

        assertTrue(first.toString().startsWith(provider.issuer() + "/auth?"), first.toString());
        for (String name : new String[] {"code_challenge", "state", "nonce"}) {
            assertNotEquals(parameter(first, name), parameter(second, name));
            assertTrue(parameter(first, name).length() >= 43, name);
        }
        assertEquals("S256", parameter(first, "code_challenge_method"));
        assertEquals("code", parameter(first, "response_type"));
    }

    private static String parameter(URI address, String name) {
        for (String pair : address.getRawQuery().split("&")) {
            if (pair.startsWith(name + "=")) {
                return pair.substring(name.length() + 1);
            }
        }
        throw new AssertionError(name + " is not in " + address);
    }

    @Test
    void givesTheSessionAnotherIdAtLogin() throws Exception {
        Browser browser = new Browser();
        URI callback = callback(browser, "ada");
        String before = browser.cookies();
        browser.get(callback);

        assertNotEquals(before, browser.cookies());
    }

    @Test
    void completesTheLoginOfEveryTab() throws Exception {
        Browser browser = new Browser();
        URI first = callback(browser, "ada");
        URI second = callback(browser, "ada");

        assertEquals(address("/account"), Browser.location(browser.get(first)));
        assertEquals(address("/account"), Browser.location(browser.get(second)));
    }

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

    @Test
    void doesNotShowTheErrorTextOfTheResponse() throws Exception {
        Browser browser = new Browser();
        String state = parameter(Browser.location(browser.get(address("/account"))), "state");
        HttpResponse<String> response = browser.get(address("/oidc/callback?error=access_denied&state=" + state
                + "&error_description=%3Cscript%3Ealert(1)%3C/script%3E&iss=" + provider.issuer()));

        assertEquals(403, response.statusCode());
        assertFalse(response.body().contains("alert"), response.body());
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
                "javascript:alert(1)",
                ""
            })
    void leadsToNoOtherHostAfterTheLogin(String target) throws Exception {
        Browser browser = new Browser();
        URI callback = browser.logInUntil(
                address("/oidc/login?to=" + target), "ada", provider.issuer(), OidcLoginTest::isCallback);

        assertEquals(address("/"), Browser.location(browser.get(callback)));
    }

    @Test
    void leadsToThePageOfTheLoginLink() throws Exception {
        Browser browser = new Browser();
        assertEquals(
                address("/account?tab=a%26b"),
                browser.logIn(address("/oidc/login?to=/account?tab=a%2526b"), "ada", provider.issuer())
                        .uri());
    }

    @Test
    void answersScriptsAndSocketsWithStatus() throws Exception {
        HttpRequest script = HttpRequest.newBuilder(address("/account"))
                .header("Accept", "application/json")
                .build();
        HttpResponse<String> response = HttpClient.newHttpClient().send(script, BodyHandlers.ofString());

        assertEquals(401, response.statusCode());
        assertEquals("Bearer", response.headers().firstValue("WWW-Authenticate").orElseThrow());
    }

    @Test
    void closesTheSocketsAtLogout() throws Exception {
        Browser browser = new Browser();
        logIn(browser, "ada");
        SocketEnd end = new SocketEnd();
        WebSocket socket = browser.open(URI.create("ws://127.0.0.1:" + app.port() + "/news"), end);
        socket.sendText("hi", true).get(30, TimeUnit.SECONDS);
        assertEquals("ada: hi", end.message.get(30, TimeUnit.SECONDS));

        HttpResponse<String> page = browser.post(address("/oidc/logout"), Map.of());

        assertEquals(1008, end.code.get(30, TimeUnit.SECONDS));
        assertEquals(200, page.statusCode());
        assertTrue(page.body().contains("0;url=" + provider.issuer() + "/session/end?"), page.body());
        assertTrue(page.body().contains("id_token_hint=ey"), page.body());
        assertEquals("Hello", browser.get(address("/")).body());
        assertTrue(
                Browser.location(browser.get(address("/account"))).toString().startsWith(provider.issuer() + "/auth"));
    }

    @Test
    void endsTheSessionOfThePreviousUserAtTheLoginOfAnotherOne() throws Exception {
        Browser browser = new Browser();
        logIn(browser, "ada");
        SocketEnd end = new SocketEnd();
        browser.open(URI.create("ws://127.0.0.1:" + app.port() + "/news"), end);
        browser.forgetProvider();

        HttpResponse<String> page = browser.logIn(address("/oidc/login?to=/account"), "grace", provider.issuer());

        assertEquals("grace, grace of the tests, no tab", page.body());
        assertEquals(1008, end.code.get(30, TimeUnit.SECONDS));
        assertEquals("Hello grace", browser.get(address("/")).body());
    }

    @Test
    void leadsToTheStartPageInPlaceOfAnAddressThatIsTooLong() throws Exception {
        Browser browser = new Browser();
        URI callback = browser.logInUntil(
                address("/account?tab=" + "a".repeat(3000)), "ada", provider.issuer(), OidcLoginTest::isCallback);

        assertEquals(address("/"), Browser.location(browser.get(callback)));
    }

    @Test
    void endsNoSessionByLink() throws Exception {
        Browser browser = new Browser();
        logIn(browser, "ada");

        assertEquals(405, browser.get(address("/oidc/logout")).statusCode());
        assertEquals("Hello ada", browser.get(address("/")).body());
    }

    @Test
    void usesThePublicAddressAndTheBasePath() throws Exception {
        try (RunningApp below =
                app(provider.options(), "--server.public-url=https://shop.example", "--server.base-path=/app")) {
            URI page = URI.create("http://127.0.0.1:" + below.port() + "/app/account");
            URI request = Browser.location(new Browser().get(page));

            assertEquals("https%3A%2F%2Fshop.example%2Fapp%2Foidc%2Fcallback", parameter(request, "redirect_uri"));
        }
    }

    @Test
    void readsTheUserInfo() throws Exception {
        try (RunningApp second = app(provider.options().userInfo(true))) {
            URI page = URI.create("http://127.0.0.1:" + second.port() + "/account");

            assertEquals(
                    "ada, ada of the tests, no tab",
                    new Browser().logIn(page, "ada", provider.issuer()).body());
        }
    }

    /** Receives the messages and the end of a socket. */
    static final class SocketEnd implements WebSocket.Listener {
        final CompletableFuture<String> message = new CompletableFuture<>();
        final CompletableFuture<Integer> code = new CompletableFuture<>();

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            message.complete(data.toString());
            socket.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
            code.complete(status);
            return null;
        }
    }
}

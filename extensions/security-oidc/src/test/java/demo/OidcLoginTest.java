package demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.RunningApp;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Logins and logouts at a real provider. */
class OidcLoginTest extends ShopTest {
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

    @Test
    void givesTheSessionAnotherIdAtLogin() throws Exception {
        Browser browser = new Browser();
        logIn(browser, "ada");
        String before = browser.cookies().get("session");
        browser.logIn(address("/oidc/login?target=/account"), "ada", provider.issuer());

        assertNotEquals(before, browser.cookies().get("session"));
        assertEquals("Hello ada", browser.get(address("/")).body());
    }

    @Test
    void completesTheLoginOfEveryTab() throws Exception {
        Browser browser = new Browser();
        URI first = callback(browser, "ada");
        URI second = callback(browser, "ada");

        assertEquals(address("/account"), Browser.location(browser.get(first)));
        assertEquals(address("/account"), Browser.location(browser.get(second)));
    }

    @Test
    void leadsToThePageOfTheLoginLink() throws Exception {
        Browser browser = new Browser();
        assertEquals(
                address("/account?tab=a%26b"),
                browser.logIn(address("/oidc/login?target=/account?tab=a%2526b"), "ada", provider.issuer())
                        .uri());
    }

    /** The browser cannot repeat the request of a form, so it returns to the page that has sent it. */
    @Test
    void returnsToThePageWithTheForm() throws Exception {
        Map<String, String> pages = Map.of(
                address("/account?tab=form").toString(),
                "/account?tab=form",
                "https://evil.example/account",
                "/",
                address("/oidc/login").toString(),
                "/",
                "",
                "/");
        for (Map.Entry<String, String> page : pages.entrySet()) {
            Browser browser = new Browser();
            HttpResponse<String> refused = browser.post(address("/orders"), Map.of("article", "tea"), page.getKey());
            assertEquals(200, refused.statusCode(), "no redirect of a form to another host");
            URI callback = browser.logInUntil(Browser.leading(refused), "ada", provider.issuer(), ShopTest::isCallback);

            assertEquals(address(page.getValue()), Browser.location(browser.get(callback)), page.getKey());
        }
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
    void logsTheUserOutInAllBrowsers() throws Exception {
        Browser desk = new Browser();
        Browser phone = new Browser();
        Browser other = new Browser();
        logIn(desk, "barbara");
        logIn(phone, "barbara");
        logIn(other, "ada");
        SocketEnd end = new SocketEnd();
        desk.open(URI.create("ws://127.0.0.1:" + app.port() + "/news"), end);

        HttpResponse<String> answer = new Browser().post(address("/block"), Map.of("subject", "barbara"));

        assertEquals("2 sessions", answer.body());
        assertEquals(1008, end.code.get(30, TimeUnit.SECONDS));
        assertEquals("Hello", desk.get(address("/")).body());
        assertEquals("Hello", phone.get(address("/")).body());
        assertEquals("Hello ada", other.get(address("/")).body());
    }

    @Test
    void leadsToTheProviderInTheLanguageOfTheClient() throws Exception {
        HttpRequest logout = HttpRequest.newBuilder(address("/oidc/logout"))
                .header("Accept-Language", "de")
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();

        String page =
                HttpClient.newHttpClient().send(logout, BodyHandlers.ofString()).body();

        assertTrue(page.contains("<html lang=\"de\">"), page);
        assertTrue(page.contains("<title>Abmelden</title>"), page);
        assertTrue(page.contains(">Weiter</a>"), page);
    }

    @Test
    void endsTheSessionOfThePreviousUserAtTheLoginOfAnotherOne() throws Exception {
        Browser browser = new Browser();
        logIn(browser, "ada");
        SocketEnd end = new SocketEnd();
        browser.open(URI.create("ws://127.0.0.1:" + app.port() + "/news"), end);
        browser.forgetProvider();

        HttpResponse<String> page = browser.logIn(address("/oidc/login?target=/account"), "grace", provider.issuer());

        assertEquals("grace, grace of the tests, no tab", page.body());
        assertEquals(1008, end.code.get(30, TimeUnit.SECONDS));
        assertEquals("Hello grace", browser.get(address("/")).body());
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

package io.jetalyst.testkit.tests.login;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.testkit.TestApp;
import io.jetalyst.testkit.TestHttp;
import io.jetalyst.testkit.TestResponse;
import io.jetalyst.testkit.TestSocket;
import io.jetalyst.testkit.TestSockets;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Logins with a form, as a browser sends it. */
class FormLoginTest {
    private static final String HTML = "text/html,application/xhtml+xml,*/*;q=0.8";

    private final Members members = new Members();

    @RegisterExtension
    final TestApp app = TestApp.of(members::app);

    private static TestResponse logIn(TestHttp browser, String name, String target) {
        return browser.form("/login")
                .field("name", name)
                .field("password", name + "'s secret")
                .field("target", target)
                .post("Accept", HTML);
    }

    /** The session's cookie of a response: {@code name=value}. */
    private static String cookie(TestResponse response) {
        return response.header("Set-Cookie").split(";", 2)[0];
    }

    @Test
    void redirectsBrowserToTheLoginAndCreatesNoSession(TestHttp http) {
        TestResponse response = http.get("/loans?page=2", "Accept", HTML).expect(303);

        assertEquals("/login?target=%2Floans%3Fpage%3D2", response.header("Location"));
        assertTrue(response.headers().firstValue("Set-Cookie").isEmpty());
        assertEquals("no-store", response.header("Cache-Control"));
        TestResponse page = http.get(response.header("Location")).expect(200);
        assertTrue(
                page.body().contains("<input type=\"hidden\" name=\"target\" value=\"/loans?page=2\">"), page.body());
        assertTrue(page.headers().firstValue("Set-Cookie").isEmpty());
    }

    /** The browser cannot repeat the request, so it returns to the page with the form. */
    @Test
    void returnsToThePageThatSentAFormWithoutALogin(TestHttp http) {
        String page = http.uri("/books?page=2").toString();

        TestResponse response =
                http.delete("/books/1", "Accept", HTML, "Referer", page).expect(303);

        assertEquals("/login?target=%2Fbooks%3Fpage%3D2", response.header("Location"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/books",
                "http://{host}@evil.example/books",
                "http://{host}//evil.example/",
                "http://{host}/../other-app",
                "http://{host}/%2e%2e/other-app",
                "http://{host}/login?target=/books",
                "http://{host}/login",
                "http://{host}/",
                "about:client",
            })
    void returnsToNoPageOfAnotherSiteAfterAForm(String referer, TestHttp http) {
        String page = referer.replace("{host}", http.uri("/").getAuthority());

        TestResponse response =
                http.delete("/books/1", "Accept", HTML, "Referer", page).expect(303);

        assertEquals("/login", response.header("Location"));
    }

    @Test
    void answers401ToScriptsAndHandshakes(TestHttp http, TestSockets sockets) {
        http.get("/loans").expect(401);
        http.get("/loans", "Accept", HTML, "Sec-Fetch-Mode", "cors").expect(401);
        http.get("/loans", "Accept", "application/json").expect(401);
        sockets.refused("/chat", "Accept", HTML).expect(401);
        assertEquals(
                "Cookie form-action=\"/login\"", http.get("/loans").expect(401).header("WWW-Authenticate"));
    }

    @Test
    void returnsToThePageWithTheIdentity(TestHttp http) {
        TestHttp browser = http.withCookies();

        assertEquals(
                "/loans?page=2",
                logIn(browser, "max", "/loans?page=2").expect(303).header("Location"));

        assertEquals("The loans of max", browser.get("/loans").expect(200).body());
        browser.get("/staff").expect(403);
        http.get("/loans").expect(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "//evil.example/",
                "/\\evil.example",
                "\\\\evil.example",
                "/\t/evil.example",
                "/%2Fevil.example",
                "/%5Cevil.example",
                "javascript:alert(1)",
                "evil.example",
                "/a\r\nSet-Cookie: a=b",
                "///evil.example",
                "/ /evil.example",
                "",
                "@evil.example",
                "/../other-app/phish",
                "/a/../../other-app",
                "/%2e%2E/other-app",
                "/..%5Cother-app",
                "/..\\other-app",
                "/..//evil.example"
            })
    void returnsToNoOtherSiteOrApplication(String target, TestHttp http) {
        TestResponse response = logIn(http.withCookies(), "max", target).expect(303);

        assertEquals("/", response.header("Location"));
        assertTrue(response.headers().firstValue("a").isEmpty());
        String query = URLEncoder.encode(target, StandardCharsets.UTF_8);
        assertTrue(http.get("/login?target=" + query).expect(200).body().contains("name=\"target\" value=\"/\""));
    }

    @Test
    void showsTheFormAgainAfterAWrongPassword(TestHttp http) {
        TestResponse page = http.form("/login")
                .field("name", "<b>\"max")
                .field("password", "wrong")
                .field("target", "/loans")
                .post("Accept", HTML)
                .expect(401);

        assertTrue(page.body().contains("<p role=\"alert\">The name or the password is wrong.</p>"), page.body());
        assertTrue(page.body().contains("value=\"&lt;b&gt;&quot;max\""), page.body());
        assertTrue(page.body().contains("name=\"target\" value=\"/loans\""), page.body());
        assertFalse(page.body().contains("wrong\""), "the page repeats the password");
        assertEquals("Cookie form-action=\"/login\"", page.header("WWW-Authenticate"));
        assertEquals("no-store", page.header("Cache-Control"));
        assertTrue(page.headers().firstValue("Set-Cookie").isEmpty());
    }

    @Test
    void sendsProblemToAScript(TestHttp http) {
        TestResponse response = http.form("/login").field("name", "max").post().expect(401);

        assertEquals("The name or the password is wrong.", response.problem().detail());
    }

    @ParameterizedTest
    @ValueSource(strings = {"max\0", "max\r\nSet-Cookie: a=b", "\u0000", "' OR 1=1 --"})
    void takesHostileNamesForWrongOnes(String name, TestHttp http) {
        logIn(http, name, "/").expect(401);
    }

    @Test
    void rejectsLongBody(TestHttp http) {
        http.form("/login")
                .field("name", "max")
                .field("password", "x".repeat(20_000))
                .post()
                .expect(413);
    }

    @Test
    void limitsAttempts(TestHttp http) {
        for (int i = 0; i < 20; i++) {
            http.form("/login")
                    .field("name", "max")
                    .field("password", "wrong")
                    .post("Accept", HTML)
                    .expect(401);
        }

        TestResponse response = logIn(http, "max", "/").expect(429);

        assertTrue(Integer.parseInt(response.header("Retry-After")) > 0);
        assertTrue(response.body().contains("Too many attempts"), response.body());
        logIn(http, "ann", "/").expect(303);
    }

    @Test
    void givesTheSessionAnotherIdAtTheLogin(TestHttp http) {
        String before =
                cookie(http.form("/bookmark").field("bookmark", "milk").post().expect(204));
        TestResponse login = http.withHeaders("Cookie", before)
                .form("/login")
                .field("name", "max")
                .field("password", "max's secret")
                .post()
                .expect(303);
        String after = cookie(login);

        assertNotEquals(before, after);
        http.get("/loans", "Cookie", before).expect(401);
        http.get("/loans", "Cookie", after).expect(200);
        assertEquals("milk", http.get("/bookmark", "Cookie", after).expect(200).body());
        assertEquals("", http.get("/bookmark", "Cookie", before).expect(200).body());
    }

    /** An attacker plants the id in the browser of his victim. */
    @Test
    void acceptsNoIdThatTheClientHasChosen(TestHttp http) {
        String name = cookie(logIn(http, "max", "/").expect(303)).split("=")[0];
        TestResponse login = http.withHeaders("Cookie", name + "=chosen")
                .form("/login")
                .field("name", "max")
                .field("password", "max's secret")
                .post()
                .expect(303);

        assertNotEquals(name + "=chosen", cookie(login));
        http.get("/loans", "Cookie", name + "=chosen").expect(401);
    }

    @Test
    void endsTheSessionOfAnotherUserInTheSameBrowser(TestHttp http) {
        TestHttp browser = http.withCookies();
        String first = cookie(logIn(browser, "max", "/").expect(303));
        browser.form("/bookmark").field("bookmark", "private").post().expect(204);

        logIn(browser, "ann", "/").expect(303);

        assertEquals("", browser.get("/bookmark").expect(200).body());
        assertEquals("ann", browser.get("/").expect(200).body());
        http.get("/loans", "Cookie", first).expect(401);
    }

    @Test
    void endsTheSessionAndItsSocketsAtTheLogout(TestHttp http, TestSockets sockets) {
        TestHttp browser = http.withCookies();
        String cookie = cookie(logIn(browser, "max", "/").expect(303));
        TestSocket socket = sockets.with(browser).open("/chat");
        assertEquals("Hello max", socket.next(String.class));

        assertEquals("/", browser.form("/logout").post().expect(303).header("Location"));

        assertEquals(1008, socket.awaitClose().code());
        browser.get("/loans").expect(401);
        http.get("/loans", "Cookie", cookie).expect(401);
    }

    @ParameterizedTest
    @CsvSource({"/login, cross-site", "/logout, cross-site", "/login, same-site", "/logout, same-site"})
    void refusesPagesOfOtherSites(String path, String site, TestHttp http) {
        TestHttp browser = http.withCookies();
        logIn(browser, "max", "/").expect(303);

        browser.form(path)
                .field("name", "ann")
                .field("password", "ann's secret")
                .post("Sec-Fetch-Site", site)
                .expect(403);

        assertEquals("max", browser.get("/").expect(200).body());
    }

    @Test
    void doesNotLogOutByALink(TestHttp http) {
        TestHttp browser = http.withCookies();
        logIn(browser, "max", "/").expect(303);

        browser.get("/logout").expect(405);

        browser.get("/loans").expect(200);
    }

    @Test
    void reflectsChangesOfTheAccountAtTheNextRequest(TestHttp http) {
        TestHttp browser = http.withCookies();
        logIn(browser, "max", "/").expect(303);
        browser.get("/staff").expect(403);

        members.put("max", "max's secret", Role.ADMIN);
        browser.get("/staff").expect(200);
        members.put("max", "new secret", Role.ADMIN);
        browser.get("/staff").expect(401);
        members.put("max", "max's secret", Role.ADMIN);
        browser.get("/staff").expect(401);
    }
}

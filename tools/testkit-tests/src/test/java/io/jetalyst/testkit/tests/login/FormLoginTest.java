package io.jetalyst.testkit.tests.login;

import static io.jetalyst.testkit.tests.login.LoginRequests.HTML;
import static io.jetalyst.testkit.tests.login.LoginRequests.logIn;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.testkit.TestApp;
import io.jetalyst.testkit.TestHttp;
import io.jetalyst.testkit.TestResponse;
import io.jetalyst.testkit.TestSockets;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Logins with a form, as a browser sends it. */
class FormLoginTest {
    private final Members members = new Members();

    @RegisterExtension
    final TestApp app = TestApp.of(members::app);

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
    void showsThePlainPageInTheLanguageOfTheClient(TestHttp http) {
        String english = http.get("/login", "Accept-Language", "xx").expect(200).body();
        assertTrue(english.contains("<html lang=\"en\">"), english);
        assertTrue(english.contains("<title>Log in</title>"), english);

        String german = http.form("/login")
                .field("name", "<max>")
                .post("Accept", HTML, "Accept-Language", "de-AT")
                .expect(401)
                .body();

        assertTrue(german.contains("<html lang=\"de\">"), german);
        assertTrue(german.contains("<title>Anmelden</title>"), german);
        assertTrue(german.contains("<button>Anmelden</button>"), german);
        assertTrue(german.contains("<label>Name <input name=\"name\" value=\"&lt;max&gt;\""), german);
        assertTrue(german.contains("<label>Passwort <input"), german);
        assertTrue(german.contains("Der Name oder das Passwort ist falsch."), german);
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

        assertTrue(
                page.body().contains("<p id=\"problem\" role=\"alert\">The name or the password is wrong.</p>"),
                page.body());
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
}

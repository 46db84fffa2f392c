package io.jetalyst.testkit.tests.login;

import static io.jetalyst.testkit.tests.login.LoginRequests.cookie;
import static io.jetalyst.testkit.tests.login.LoginRequests.logIn;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.jetalyst.testkit.TestApp;
import io.jetalyst.testkit.TestHttp;
import io.jetalyst.testkit.TestResponse;
import io.jetalyst.testkit.TestSocket;
import io.jetalyst.testkit.TestSockets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The session of a user that has logged in with a form: its ids, its end, and requests of other sites. */
class FormLoginSessionTest {
    private final Members members = new Members();

    @RegisterExtension
    final TestApp app = TestApp.of(members::app);

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

package io.jetalyst.testkit.tests.login;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.testkit.TestApp;
import io.jetalyst.testkit.TestHttp;
import io.jetalyst.testkit.TestResponse;
import io.jetalyst.testkit.TestSocket;
import io.jetalyst.testkit.TestSockets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Users that register are logged in without the form. */
class RegistrationTest {
    @RegisterExtension
    final TestApp app = TestApp.of(Registrations::app);

    private static TestResponse register(TestHttp browser, String name, String password) {
        return browser.form("/register")
                .field("name", name)
                .field("password", password)
                .post();
    }

    private static TestResponse logIn(TestHttp browser, String password) {
        return browser.form("/login")
                .field("name", "eve")
                .field("password", password)
                .post();
    }

    private static String cookie(TestResponse response) {
        return response.header("Set-Cookie").split(";", 2)[0];
    }

    @Test
    void logsInTheUserThatRegisters(TestHttp http, TestSockets sockets) {
        TestHttp browser = http.withCookies();

        register(browser, "eve", "eve's secret").expect(303);

        assertEquals("The loans of eve", browser.get("/loans").expect(200).body());
        TestSocket socket = sockets.with(browser).open("/chat");
        assertEquals("Hello eve", socket.next(String.class));
        browser.form("/logout").post().expect(303);
        assertEquals(1008, socket.awaitClose().code());
        browser.get("/loans").expect(401);
        logIn(browser, "eve's secret").expect(303);
        browser.get("/loans").expect(200);
    }

    @Test
    void givesTheSessionAnotherIdAtTheRegistration(TestHttp http) {
        String before =
                cookie(http.form("/bookmark").field("bookmark", "milk").post().expect(204));

        String after = cookie(
                register(http.withHeaders("Cookie", before), "eve", "secret").expect(303));

        assertNotEquals(before, after);
        http.get("/loans", "Cookie", before).expect(401);
        http.get("/loans", "Cookie", after).expect(200);
        assertEquals("milk", http.get("/bookmark", "Cookie", after).expect(200).body());
    }

    @Test
    void endsTheSessionOfAnotherUserInTheSameBrowser(TestHttp http) {
        TestHttp browser = http.withCookies();
        String first = cookie(register(browser, "eve", "secret").expect(303));
        browser.form("/bookmark").field("bookmark", "private").post().expect(204);

        register(browser, "bob", "secret").expect(303);

        assertEquals("", browser.get("/bookmark").expect(200).body());
        assertEquals("bob", browser.get("/").expect(200).body());
        http.get("/loans", "Cookie", first).expect(401);
    }

    @Test
    void closesTheSocketsOfUserThatIsLoggedOutEverywhere(TestHttp http, TestSockets sockets) {
        TestHttp desk = http.withCookies();
        register(desk, "eve", "secret").expect(303);
        TestHttp phone = http.withCookies();
        logIn(phone, "secret").expect(303);
        TestHttp other = http.withCookies();
        register(other, "bob", "secret").expect(303);
        TestSocket socket = sockets.with(phone).open("/chat");
        assertEquals("Hello eve", socket.next(String.class));

        assertEquals("2", http.post("/users/eve/log-out", "").expect(200).body());

        assertEquals(1008, socket.awaitClose().code());
        desk.get("/loans").expect(401);
        phone.get("/loans").expect(401);
        other.get("/loans").expect(200);
    }

    @Test
    void logsInNobodyAsAUserThatExists(TestHttp http) {
        register(http, "eve", "secret").expect(303);
        TestHttp browser = http.withCookies();

        register(browser, "eve", "other").expect(409);

        browser.get("/loans").expect(401);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1025})
    void rejectsPasswordThatCannotLogIn(int length, TestHttp http) {
        register(http, "eve", "s".repeat(length)).expect(400);
        register(http, "eve", "secret").expect(303);
    }

    @Test
    void limitsRegistrationsOfAnAddress(TestHttp http) {
        for (int user = 0; user < 10; user++) {
            register(http, "eve" + user, "secret").expect(303);
        }
        int seconds =
                Integer.parseInt(register(http, "eve", "secret").expect(429).header("Retry-After"));
        assertTrue(seconds > 0 && seconds <= 360, "the next one after " + seconds + " seconds");
    }

    @Test
    void keepsTheBrowserThatChangesThePasswordLoggedIn(TestHttp http) {
        TestHttp desk = http.withCookies();
        register(desk, "eve", "secret").expect(303);
        TestHttp phone = http.withCookies();
        logIn(phone, "secret").expect(303);

        change(desk, "wrong", "better").expect(401);
        change(desk, "secret", "better").expect(303);

        desk.get("/loans").expect(200);
        phone.get("/loans").expect(401);
        logIn(phone, "secret").expect(401);
        logIn(phone, "better").expect(303);
    }

    private static TestResponse change(TestHttp browser, String current, String password) {
        return browser.form("/password")
                .field("current", current)
                .field("password", password)
                .post();
    }
}

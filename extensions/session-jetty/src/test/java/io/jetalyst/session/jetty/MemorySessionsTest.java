package io.jetalyst.session.jetty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.App;
import io.jetalyst.testkit.Closed;
import io.jetalyst.testkit.TestApp;
import io.jetalyst.testkit.TestHttp;
import io.jetalyst.testkit.TestResponse;
import io.jetalyst.testkit.TestSocket;
import io.jetalyst.testkit.TestSockets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Sessions as clients see them. */
class MemorySessionsTest {
    @RegisterExtension
    static final TestApp APP =
            TestApp.of(arguments -> App.builder().args(arguments).build());

    private static String cookie(TestResponse response) {
        return response.headers().firstValue("Set-Cookie").orElse("");
    }

    private static String id(TestResponse response) {
        return cookie(response).replaceFirst(";.*", "");
    }

    @Test
    void storesValuesForOneBrowser(TestHttp http) {
        TestHttp ada = http.withCookies();
        ada.form("/cart").field("article", "tea").post().expect(200);
        ada.form("/cart").field("article", "milk").post().expect(200);
        assertEquals("tea,milk", ada.get("/cart").body());
        assertEquals("none", http.withCookies().get("/cart").body());
    }

    @Test
    void saysThatValueWithoutJsonBecomesRecord(TestHttp http) {
        String message = http.post("/plain", "").expect(200).body();
        assertTrue(
                message.contains("A session cannot store values of " + CartController.Plain.class.getName()), message);
        assertTrue(message.contains("Make the value a record"), message);
    }

    @Test
    void setsCookieOnlyWhenSomethingIsStored(TestHttp http) {
        assertEquals("", cookie(http.get("/")));
        assertEquals("", cookie(http.get("/cart")));
        TestResponse stored = http.form("/cart").field("article", "tea").post();
        assertTrue(cookie(stored).matches("session=[a-z0-9]{16,}; Path=/; HttpOnly; SameSite=Lax"), cookie(stored));
        assertEquals("no-store", stored.header("Cache-Control"));
        assertEquals("", cookie(http.get("/cart", "Cookie", id(stored))));
    }

    @Test
    void renewsIdAtSignIn(TestHttp http) {
        String before = id(http.form("/cart").field("article", "tea").post());
        TestResponse signedIn = http.form("/sign-in").field("user", "ada").post("Cookie", before);
        String after = id(signedIn);
        assertNotEquals(before, after);
        assertEquals("ada", http.get("/user", "Cookie", after).body());
        assertEquals("tea", http.get("/cart", "Cookie", after).body());
        assertEquals("nobody", http.get("/user", "Cookie", before).body());
    }

    @Test
    void neverAdoptsIdOfClient(TestHttp http) {
        String fixed = "session=0123456789abcdef0123";
        String id = id(http.form("/cart").field("article", "tea").post("Cookie", fixed));
        assertNotEquals(fixed, id);
        assertFalse(id.isEmpty());
        assertEquals("none", http.get("/cart", "Cookie", fixed).body());
    }

    @Test
    void removesCookieAtSignOut(TestHttp http) {
        String id = id(http.form("/sign-in").field("user", "ada").post());
        TestResponse signedOut = http.post("/sign-out", "", "Cookie", id);
        assertTrue(cookie(signedOut).startsWith("session=; Path=/; Max-Age=0"), cookie(signedOut));
        assertEquals("nobody", http.get("/user", "Cookie", id).body());
    }

    @Test
    void closesSocketsOfSessionAtSignOut(TestHttp http, TestSockets sockets) {
        TestHttp ada = http.withCookies();
        ada.form("/sign-in").field("user", "ada").post().expect(204);
        TestSocket first = sockets.with(ada).open("/socket");
        TestSocket second = sockets.with(ada).open("/socket");
        assertEquals("open", first.next(String.class));
        assertEquals("open", second.next(String.class));
        first.send("who");
        assertEquals("ada", first.next(String.class));
        ada.post("/sign-out", "").expect(204);
        assertEquals(new Closed(1008, "The session has ended."), first.awaitClose());
        assertEquals(new Closed(1008, "The session has ended."), second.awaitClose());
    }
}

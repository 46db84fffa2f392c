package io.jetalyst.session.jetty;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jetalyst.App;
import io.jetalyst.testkit.Closed;
import io.jetalyst.testkit.TestApp;
import io.jetalyst.testkit.TestHttp;
import io.jetalyst.testkit.TestSocket;
import io.jetalyst.testkit.TestSockets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Sockets, and the sessions that their handshakes have used. */
class SessionSocketsTest {
    private static final Closed ENDED = new Closed(1008, "The session has ended.");

    @RegisterExtension
    static final TestApp APP =
            TestApp.of(arguments -> App.builder().args(arguments).build()).timeout(Duration.ofSeconds(30));

    private static TestHttp signedIn(TestHttp http) {
        TestHttp browser = http.withCookies();
        browser.form("/sign-in").field("user", "ada").post().expect(204);
        return browser;
    }

    private static TestSocket open(TestSockets sockets, TestHttp browser) {
        TestSocket socket = sockets.with(browser).open("/socket");
        assertEquals("open", socket.next(String.class));
        return socket;
    }

    @Test
    void readsAndWritesSessionInListeners(TestHttp http, TestSockets sockets) {
        TestHttp browser = signedIn(http);
        TestSocket socket = open(sockets, browser);
        socket.send("who");
        assertEquals("ada", socket.next(String.class));
        socket.send("put grace");
        assertEquals("stored", socket.next(String.class));
        assertEquals("grace", browser.get("/user").body());
    }

    @Test
    void closesSocketWhenIdIsRenewed(TestHttp http, TestSockets sockets) {
        TestHttp browser = signedIn(http);
        TestSocket socket = open(sockets, browser);
        browser.form("/sign-in").field("user", "grace").post().expect(204);
        assertEquals(new Closed(1012, "The session has a new id."), socket.awaitClose());
        TestSocket again = open(sockets, browser);
        again.send("who");
        assertEquals("grace", again.next(String.class));
    }

    @Test
    void closesSocketWhoseSessionHasNewIdDuringTheHandshake(TestHttp http, TestSockets sockets) {
        TestSocket socket = sockets.with(signedIn(http)).open("/renewed-meanwhile/socket");
        assertEquals(new Closed(1012, "The session has a new id."), socket.awaitClose());
    }

    @Test
    void closesSocketsWhenAllSessionsOfUserEnd(TestHttp http, TestSockets sockets) {
        TestHttp browser = signedIn(http);
        TestSocket socket = open(sockets, browser);
        http.form("/sign-out-everywhere").field("user", "ada").post().expect(200);
        assertEquals(ENDED, socket.awaitClose());
        assertEquals("nobody", browser.get("/user").body());
    }

    @Test
    void closesAllSocketsWhenOneSignsOut(TestHttp http, TestSockets sockets) {
        TestHttp browser = signedIn(http);
        TestSocket first = open(sockets, browser);
        TestSocket second = open(sockets, browser);
        first.send("sign out");
        assertEquals(ENDED, first.awaitClose());
        assertEquals(ENDED, second.awaitClose());
        assertEquals("nobody", browser.get("/user").body());
    }

    @Test
    void closesSocketWhoseSessionEndsDuringTheHandshake(TestHttp http, TestSockets sockets) {
        TestSocket socket = sockets.with(signedIn(http)).open("/signed-out-meanwhile");
        assertEquals(ENDED, socket.awaitClose());
    }

    @Test
    void closesSocketWhoseHandshakeReadsSessionAgainAfterItsEnd(TestHttp http, TestSockets sockets) {
        TestSocket socket = sockets.with(signedIn(http)).open("/signed-out-meanwhile/read-again");
        assertEquals(ENDED, socket.awaitClose());
    }

    @Test
    void leavesSocketsOfOtherSessionsOpen(TestHttp http, TestSockets sockets) {
        TestHttp browser = signedIn(http);
        TestSocket ended = open(sockets, browser);
        TestSocket other = open(sockets, signedIn(http));
        TestSocket without = sockets.with(browser).open("/open");
        browser.post("/sign-out", "").expect(204);
        assertEquals(ENDED, ended.awaitClose());
        other.send("who");
        assertEquals("ada", other.next(String.class));
        without.send("still open");
        assertEquals("still open", without.next(String.class));
    }

    @Test
    void storesNothingFromSocketWithoutSession(TestHttp http, TestSockets sockets) {
        TestSocket socket = open(sockets, http.withCookies());
        socket.send("who");
        assertEquals("nobody", socket.next(String.class));
        socket.send("put ada"); // no response can set the cookie
        assertEquals(1011, socket.awaitClose().code());
    }
}

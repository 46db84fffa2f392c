package io.jetalyst.session.jetty;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jetalyst.App;
import io.jetalyst.testkit.Closed;
import io.jetalyst.testkit.TestApp;
import io.jetalyst.testkit.TestEvents;
import io.jetalyst.testkit.TestHttp;
import io.jetalyst.testkit.TestSocket;
import io.jetalyst.testkit.TestSockets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Sockets and server-sent events of sessions that expire unless they are used. */
class UnusedSessionTest {
    @RegisterExtension
    static final TestApp APP = TestApp.of(
                    arguments -> App.builder().args(arguments).build(), "--session.timeout=4s")
            .timeout(Duration.ofSeconds(30));

    private static TestHttp signedIn(TestHttp http) {
        TestHttp browser = http.withCookies();
        browser.form("/sign-in").field("user", "ada").post().expect(204);
        return browser;
    }

    @Test
    void closesSocketOfSilentClient(TestHttp http, TestSockets sockets) {
        TestSocket socket = sockets.with(signedIn(http)).open("/socket");
        assertEquals("open", socket.next(String.class));
        assertEquals(new Closed(1008, "The session has ended."), socket.awaitClose());
    }

    @Test
    void endsEventsOfSilentBrowser(TestHttp http) {
        TestEvents events = signedIn(http).events("/events");
        assertEquals("ada", events.next().data());
        events.awaitEnd();
    }

    /** Sends messages for three times as long as an unused session lasts. */
    @Test
    void countsMessagesOfClientAsUseOfSession(TestHttp http, TestSockets sockets) throws Exception {
        TestHttp browser = signedIn(http);
        TestSocket socket = sockets.with(browser).open("/open-with-session");
        for (int i = 0; i < 24; i++) {
            socket.send("message " + i);
            assertEquals("message " + i, socket.next(String.class));
            TimeUnit.MILLISECONDS.sleep(500);
        }
        assertEquals("ada", browser.get("/user").body());
    }
}

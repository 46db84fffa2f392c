package io.jetalyst.testkit.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.jetalyst.testkit.RawSocket;
import io.jetalyst.testkit.TestApp;
import io.jetalyst.testkit.TestHttp;
import io.jetalyst.testkit.TestSocket;
import io.jetalyst.testkit.TestSockets;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.function.Executable;

/** The messages of tests that time out. */
class WaitsTest {
    /** A request is left without an answer: the application does not wait for it when it stops. */
    @RegisterExtension
    final TestApp app = TestApp.of(Club::app, "--server.stop-timeout=100ms").timeout(Duration.ofMillis(1500));

    private static String failure(Executable test) {
        return assertThrows(AssertionError.class, test).getMessage();
    }

    private static String timeout(Executable read) {
        return assertThrows(SocketTimeoutException.class, read).getMessage();
    }

    @Test
    void failsWhenNoMessageArrives(TestSockets sockets) {
        TestSocket ada = sockets.open("/club/events?who=Ada");
        assertEquals("""
                /club/events?who=Ada: waited 1500 ms for Said, which did not arrive.
                Received:
                  1 (read)   {"type":"joined","who":"Ada"}
                The socket is open.""", failure(() -> ada.await(Event.Said.class)));
    }

    @Test
    void failsWhenNoCloseFrameArrives(TestSockets sockets) {
        TestSocket echo = sockets.open("/club/echo");
        assertEquals("""
                /club/echo: waited 1500 ms for the close frame, which did not arrive.
                Received: nothing
                The socket is open.""", failure(echo::awaitClose));
    }

    @Test
    void failsWhenNoFrameArrives(TestSockets sockets) throws Exception {
        RawSocket echo = sockets.raw("/club/echo");
        assertEquals("No frame arrived within 1500 ms. No frame arrived before.", timeout(echo::read));
    }

    @Test
    void failsWhenTheConnectionStaysOpen(TestSockets sockets) throws Exception {
        RawSocket echo = sockets.rawWithSmallBuffers("/club/echo");
        assertEquals("The connection did not end within 1500 ms. No frame arrived before.", timeout(echo::awaitEnd));
    }

    @Test
    void failsWhenNoResponseHeadArrives(TestSockets sockets) throws Exception {
        RawSocket silent = sockets.rawConnection();
        assertEquals("No complete response head arrived within 1500 ms, only \"\".", timeout(silent::readHead));
    }

    @Test
    void failsWhenNoResponseArrives(TestHttp http) {
        assertEquals("GET /club/never: no response within 1500 ms", failure(() -> http.get("/club/never")));
    }
}

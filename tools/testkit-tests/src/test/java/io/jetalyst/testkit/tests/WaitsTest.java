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

/** What a test tells that waits in vain. */
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
    void aMessageThatDoesNotCome(TestSockets sockets) {
        TestSocket ada = sockets.open("/club/events?who=Ada");
        assertEquals("""
                /club/events?who=Ada: waited 1500 ms for Said, which did not come.
                Received:
                  1 (read)   {"type":"joined","who":"Ada"}
                The socket is open.""", failure(() -> ada.await(Event.Said.class)));
    }

    @Test
    void aCloseThatDoesNotCome(TestSockets sockets) {
        TestSocket echo = sockets.open("/club/echo");
        assertEquals("""
                /club/echo: waited 1500 ms for the close, which did not come.
                Received: nothing
                The socket is open.""", failure(echo::awaitClose));
    }

    @Test
    void aFrameThatDoesNotCome(TestSockets sockets) throws Exception {
        RawSocket echo = sockets.raw("/club/echo");
        assertEquals("No frame came within 1500 ms. None came before.", timeout(echo::read));
    }

    @Test
    void anEndThatDoesNotCome(TestSockets sockets) throws Exception {
        RawSocket echo = sockets.rawWithSmallBuffers("/club/echo");
        assertEquals("The connection did not end within 1500 ms. None came before.", timeout(echo::awaitEnd));
    }

    @Test
    void aHeadThatDoesNotCome(TestSockets sockets) throws Exception {
        RawSocket silent = sockets.rawConnection();
        assertEquals("No head of an answer came within 1500 ms, only \"\".", timeout(silent::readHead));
    }

    @Test
    void noAnswer(TestHttp http) {
        assertEquals("GET /club/never: no answer within 1500 ms", failure(() -> http.get("/club/never")));
    }
}

package io.jetalyst.testkit.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.RunningApp;
import io.jetalyst.testkit.TestApp;
import io.jetalyst.testkit.TestHttp;
import io.jetalyst.testkit.TestSocket;
import io.jetalyst.testkit.TestSockets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.function.Executable;

/** The messages of failed tests. */
class FailuresTest {
    @RegisterExtension
    final TestApp app = TestApp.of(Club::app);

    private static String failure(Executable test) {
        return assertThrows(AssertionError.class, test).getMessage();
    }

    @Test
    void reportsMessageOfAnotherType(TestSockets sockets) {
        TestSocket ada = sockets.open("/club/events?who=Ada");
        assertEquals("""
                /club/events?who=Ada: message 1 is no Said.
                Received:
                  1 (read)   {"type":"joined","who":"Ada"}
                The socket is open.""", failure(() -> ada.next(Event.Said.class)));
    }

    @Test
    void reportsMessageThatIsNotJson(TestSockets sockets) {
        TestSocket echo = sockets.open("/club/echo").send("hello").send(new byte[] {1});
        assertTrue(failure(() -> echo.next(Guest.class)).startsWith("/club/echo: message 1 is no Guest."));
        assertTrue(failure(() -> echo.next(String.class)).startsWith("/club/echo: message 2 is no text."));
    }

    @Test
    void reportsCloseInsteadOfMessage(TestSockets sockets) {
        TestSocket ada = sockets.open("/club/events?who=Ada");
        ada.send("no JSON");
        ada.awaitClose();
        String failure = failure(() -> ada.await(Event.Said.class));
        assertTrue(
                failure.startsWith("/club/events?who=Ada: the socket is closed, but the test waits for Said."),
                failure);
        assertTrue(failure.contains("The socket was closed with 1007, \""), failure);
        assertTrue(failure(() -> ada.send("more")).contains("the text message could not be written"));
    }

    @Test
    void reportsRejectedHandshake(TestSockets sockets) {
        String failure = failure(() -> sockets.open("/club/echo", "Origin", "https://evil.example"));
        assertTrue(
                failure.startsWith("expected a WebSocket: GET /club/echo as a handshake was answered with 403\n  "),
                failure);
        assertTrue(failure.contains("\"status\":403"), failure);
    }

    @Test
    void reportsAcceptedHandshakeThatShouldBeRejected(TestSockets sockets) {
        assertEquals(
                "expected a rejected handshake: GET /club/echo opened a WebSocket",
                failure(() -> sockets.refused("/club/echo")));
    }

    @Test
    void reportsUnexpectedStatus(TestHttp http) {
        String failure = failure(() -> http.get("/club/nobody?x=1").expect(200));
        assertTrue(failure.startsWith("expected status 200: GET /club/nobody?x=1 was answered with 404\n  "), failure);
        assertTrue(failure.contains("\n  content-type: application/problem+json\n"), failure);
        assertTrue(failure.contains("\n\n{\"type\":\"about:blank\""), failure);
    }

    @Test
    void reportsMissingHeaderAndMalformedBody(TestHttp http) {
        String noHeader = failure(() -> http.get("/club/guest/Ada").header("Location"));
        assertTrue(noHeader.startsWith("expected a header Location: GET /club/guest/Ada was answered with 200"));
        String noJson = failure(() -> http.get("/club/leave").json(Guest.class));
        assertTrue(noJson.startsWith("expected JSON of Guest: GET /club/leave was answered with 303"));
    }

    @Test
    void reportsStoppedServer(TestHttp http, RunningApp running) {
        running.close();
        String failure = failure(() -> http.get("/club/guest/Ada"));
        assertTrue(failure.startsWith("GET /club/guest/Ada: no response, but java.net.ConnectException"), failure);
    }

    @Test
    void rejectsPathWithoutSlash(TestHttp http) {
        assertEquals(
                "A path must begin with /, but this does not: club",
                assertThrows(IllegalArgumentException.class, () -> http.get("club"))
                        .getMessage());
    }

    @Test
    void rejectsHeaderWithoutValue(TestHttp http, TestSockets sockets) {
        String expected = "Headers must be names and values, alternating, but these are not: Accept";
        assertEquals(expected, mistake(() -> http.get("/club/echo", "Accept")));
        assertEquals(expected, mistake(() -> sockets.open("/club/echo", "Accept")));
        assertEquals(expected, mistake(() -> sockets.refused("/club/echo", "Accept")));
        assertEquals(expected, mistake(() -> sockets.raw("/club/echo", "Accept")));
    }

    @Test
    void rejectsHeaderWrittenAsLine(TestHttp http, TestSockets sockets) {
        String expected = "Headers must be names and values, alternating, but these are not: A: 1, B: 2";
        assertEquals(expected, mistake(() -> http.get("/club/echo", "A: 1", "B: 2")));
        assertEquals(expected, mistake(() -> sockets.open("/club/echo", "A: 1", "B: 2")));
        assertEquals(expected, mistake(() -> sockets.raw("/club/echo", "A: 1", "B: 2")));
    }

    private static String mistake(Executable call) {
        return assertThrows(IllegalArgumentException.class, call).getMessage();
    }
}

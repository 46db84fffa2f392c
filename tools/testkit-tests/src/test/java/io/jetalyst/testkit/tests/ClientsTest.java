package io.jetalyst.testkit.tests;

import static io.jetalyst.testkit.RawSocket.FIN;
import static io.jetalyst.testkit.RawSocket.TEXT;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.RunningApp;
import io.jetalyst.socket.CloseStatus.Cause;
import io.jetalyst.testkit.Closed;
import io.jetalyst.testkit.RawSocket;
import io.jetalyst.testkit.TestApp;
import io.jetalyst.testkit.TestHttp;
import io.jetalyst.testkit.TestSocket;
import io.jetalyst.testkit.TestSockets;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The clients, with an application that works. */
class ClientsTest {
    private final Doors doors = new Doors();

    @RegisterExtension
    final TestApp app = TestApp.of(args -> Club.app(doors, args));

    @Test
    void publishesMessageToEveryMember(TestSockets sockets) {
        TestSocket ada = sockets.open("/club/events?who=Ada");
        assertEquals(new Event.Joined("Ada"), ada.next(Event.Joined.class));
        TestSocket bob = sockets.open("/club/events?who=Bob");
        assertEquals(new Event.Joined("Bob"), bob.next(Event.class));

        ada.sendJson(new Command.Say("hi"));

        assertEquals("hi", bob.await(Event.Said.class).text());
        assertEquals(new Event.Said("Ada", "hi"), ada.await(Event.Said.class)); // skips the message that Bob joined
    }

    @Test
    void skipsMessagesUntilTheExpectedOne(TestSockets sockets) {
        TestSocket ada = sockets.open("/club/events?who=Ada");
        for (int i = 1; i <= 5; i++) {
            ada.sendJson(new Command.Say("number " + i));
        }
        ada.await(Event.Said.class, said -> said.text().equals("number 4"));
        assertEquals("number 5", ada.next(Event.Said.class).text());
    }

    @Test
    void sendsDiscriminatorsOfMessagesInContainers(TestSockets sockets) {
        TestSocket echo = sockets.open("/club/echo");
        echo.sendJson(List.of(new Command.Say("hi")));
        assertEquals("[{\"type\":\"say\",\"text\":\"hi\"}]", echo.next(String.class));
    }

    @Test
    void echoesTextAndBinaryOfAnySize(TestSockets sockets) {
        TestSocket echo = sockets.open("/club/echo");
        String text = "Grüße 👋".repeat(1000);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_16);
        echo.send("").send(text).send(bytes).send(ByteBuffer.wrap(bytes, 1, 2));
        assertEquals("", echo.next(String.class));
        assertEquals(text, echo.next(String.class));
        assertArrayEquals(bytes, echo.next(byte[].class));
        assertEquals(ByteBuffer.wrap(bytes, 1, 2), echo.next(ByteBuffer.class));
    }

    @Test
    void completesCloseHandshakeFromBothSides(TestSockets sockets) throws Exception {
        TestSocket ada = sockets.open("/club/events?who=Ada");
        assertEquals(
                new Closed(4001, "bye"),
                sockets.open("/club/echo").close(4001, "bye").awaitClose());
        assertEquals("bye", doors.next().reason());
        ada.sendJson(new Command.Leave(4002));
        assertEquals(new Closed(4002, "Ada left"), ada.awaitClose());
        assertEquals(new Event.Joined("Ada"), ada.next(Event.class), "what came before the close can still be read");
        assertEquals(Cause.SERVER, doors.next().cause());
        ada.close().close();
    }

    @Test
    void reportsAbortAsNetworkFailure(TestSockets sockets) throws Exception {
        TestSocket ada = sockets.open("/club/echo");
        ada.abort();
        assertEquals(new Closed(1006, ""), ada.awaitClose());
        assertEquals(Cause.NETWORK, doors.next().cause());
    }

    @Test
    void closesSocketsWith1012WhenServerStops(RunningApp running, TestSockets sockets) {
        TestSocket ada = sockets.open("/club/echo");
        running.close();
        assertEquals(1012, ada.awaitClose().code());
    }

    @Test
    void sendsHeadersInHandshake(TestHttp http, TestSockets sockets) {
        sockets.open("/club/echo", "Origin", "http://" + http.uri("/").getAuthority());
        sockets.refused("/club/echo", "Origin", "https://evil.example").expect(403);
        String problem = sockets.refused("/club/events").expect(400).body();
        assertTrue(problem.contains("who"), problem);
    }

    @Test
    void sendsHeadersInRawHandshake(TestSockets sockets) throws Exception {
        sockets.raw("/club/echo", "Origin", "http://localhost", "X-More", "1");
        String refused = assertThrows(
                        IOException.class, () -> sockets.raw("/club/echo", "Origin", "https://evil.example"))
                .getMessage();
        assertTrue(refused.contains("HTTP/1.1 403 "), refused);
    }

    @Test
    void exchangesSingleFrames(TestSockets sockets) throws Exception {
        RawSocket raw = sockets.raw("/club/echo", "Origin", "http://localhost");
        raw.trickle(raw.masked(FIN | TEXT, (byte) 'a'));
        assertEquals("a", raw.read().text());
        raw.write(raw.unmasked(FIN | TEXT, (byte) 'b'));
        assertEquals(1002, raw.readClose());
        assertEquals(Cause.PROTOCOL, doors.next().cause());

        sockets.rawWithSmallBuffers("/club/echo").reset();
        assertEquals(Cause.NETWORK, doors.next().cause());

        RawSocket http = sockets.rawConnection();
        http.write("GET /club/guest/Ada HTTP/1.1\r\nHost: a\r\n\r\n");
        assertTrue(http.readHead().startsWith("HTTP/1.1 200 "));
    }

    @Test
    void exchangesRequestsAndResponses(TestHttp http) {
        assertEquals(
                new Guest("Ada", 7), http.get("/club/guest/Ada").expect(200).json(Guest.class));
        assertEquals("/club/guest/nobody", http.get("/club/leave").expect(303).header("location"));
        assertEquals(405, http.send(http.request("/club/leave").DELETE()).status());
        assertEquals(
                "application/json",
                http.post("/club/echo", new Guest("Ada", 1)).expect(201).header("X-Type"));
        assertEquals("text/plain;charset=utf-8", http.post("/club/echo", "hi").header("X-Type"));
        assertEquals(
                "text/csv",
                http.post("/club/echo", "a,b", "Content-Type", "text/csv").header("X-Type"));
        assertTrue(http.get("/club/leave").headers().firstValue("X-None").isEmpty());
    }
}

package io.jetalyst.testkit.tests.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.testkit.RawSocket;
import io.jetalyst.testkit.TestApp;
import io.jetalyst.testkit.TestHttp;
import io.jetalyst.testkit.TestSockets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One path: requests that get the page, a WebSocket, or neither. */
class EchoTest {
    private static final String PROTOCOL = "Sec-WebSocket-Protocol";

    @RegisterExtension
    static final TestApp APP = TestApp.of(Guide::app);

    @Test
    void servesPageAndSocketOnOnePath(TestHttp http, TestSockets sockets) {
        assertTrue(http.get("/echo").expect(200).body().startsWith("Open a WebSocket"));
        assertEquals("hello", sockets.open("/echo").send("hello").next(String.class));
    }

    @Test
    void withoutAPageOrInAnotherVersionItIs426(TestHttp http, TestSockets sockets) throws Exception {
        assertEquals("13", http.get("/door?key=sesame").expect(426).header("Sec-WebSocket-Version"));
        http.get("/door").expect(426);
        assertEquals("426", answer(sockets, "Sec-WebSocket-Version: 13", "Sec-WebSocket-Version: 12"));
    }

    @Test
    void malformedHandshakesAre400(TestSockets sockets) throws Exception {
        assertEquals("400", answer(sockets, "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==", "Sec-WebSocket-Key: none"));
        assertTrue(sockets.refused("/door").expect(400).body().contains("key"));
    }

    private static String answer(TestSockets sockets, String right, String wrong) throws Exception {
        RawSocket raw = sockets.rawConnection();
        raw.write(RawSocket.handshake("/echo").replace(right, wrong));
        return raw.readHead().split(" ")[1];
    }

    @Test
    void acceptsOwnOriginAndThoseOfTheEndpoint(TestHttp http, TestSockets sockets) {
        String own = http.uri("/").toString().replaceFirst("/$", "");
        sockets.open("/echo", "Origin", own);
        sockets.refused("/echo", "Origin", "https://partner.example").expect(403);
        sockets.open("/door?key=sesame", "Origin", "https://partner.example", PROTOCOL, "v1");
        sockets.open("/door?key=sesame", "Origin", own, PROTOCOL, "v1");
    }

    @Test
    void selectsFirstSubprotocolOfTheEndpoint(TestSockets sockets) {
        assertEquals(
                "You speak v2",
                sockets.open("/door?key=sesame", PROTOCOL, "v1, v2").next(String.class));
        assertEquals(
                "You speak nothing",
                sockets.open("/door?key=sesame", PROTOCOL, "v3").next(String.class));
        sockets.open("/strict", PROTOCOL, "v1");
        sockets.refused("/strict", PROTOCOL, "v3").expect(400);
        sockets.refused("/strict").expect(400);
    }

    @Test
    void rejectsHandshakeWithHttpProblem(TestSockets sockets) {
        sockets.refused("/door?key=please", PROTOCOL, "v1").expect(401);
    }
}

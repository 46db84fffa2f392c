package io.jetalyst.jetty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.testkit.RawSocket;
import io.jetalyst.testkit.TestApp;
import io.jetalyst.testkit.TestSockets;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Handshakes as they come over the wire (RFC 6455 §4.2.1); what the runtime makes of them is tested in memory, in more spellings. */
@Timeout(30)
class HandshakeTableTest {
    private static final String KEY = "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";
    private static final String GOOD = RawSocket.handshake("/socket");

    private static final AtomicInteger OPENED = new AtomicInteger();

    @RegisterExtension
    static final TestApp APP = SocketTable.app(handshake -> handshake.onOpen(session -> OPENED.incrementAndGet()));

    static Stream<Arguments> table() {
        return Stream.of(
                row(403, "a foreign origin", with("Origin: http://evil.example")),
                row(403, "no origin at all", with("Origin: null")),
                row(403, "two origins", with("Origin: http://localhost", "Origin: http://evil.example")),
                row(403, "an origin that ends like ours", with("Origin: http://evil-localhost")),
                row(426, "no version", GOOD.replace("Sec-WebSocket-Version: 13\r\n", "")),
                row(426, "version 12", GOOD.replace(": 13", ": 12")),
                row(426, "a list of versions", GOOD.replace(": 13", ": 8, 13")),
                row(426, "version 013", GOOD.replace(": 13", ": 013")),
                row(400, "no key", GOOD.replace(KEY, "")),
                row(400, "a short key", GOOD.replace("dGhlIHNhbXBsZSBub25jZQ==", "dGhlIHNhbXBsZQ==")),
                row(400, "two keys", GOOD.replace(KEY, KEY + KEY)),
                row(400, "a key that is not base64", GOOD.replace("dGhl", "!!!!")),
                row(400, "Connection without Upgrade", GOOD.replace("Connection: Upgrade", "Connection: keep-alive")),
                row(400, "a body", with("Content-Length: 5") + "hello"),
                row(400, "a body in chunks", with("Transfer-Encoding: chunked") + "0\r\n\r\n"),
                row(405, "POST", GOOD.replace("GET", "POST")),
                row(200, "HTTP/1.0", GOOD.replace("HTTP/1.1", "HTTP/1.0")),
                row(200, "no Upgrade", GOOD.replace("Upgrade: websocket\r\n", "")),
                row(200, "an Upgrade to something else", GOOD.replace("Upgrade: websocket", "Upgrade: tea/1")));
    }

    private static Arguments row(int status, String name, String request) {
        return Arguments.of(status, name, request);
    }

    private static String with(String... headers) {
        return RawSocket.handshake("/socket", headers);
    }

    @ParameterizedTest(name = "{1}: {0}")
    @MethodSource("table")
    void opensNothing(int status, String name, String request, TestSockets sockets) throws IOException {
        int before = OPENED.get();
        String head = answer(request, sockets);
        assertTrue(head.startsWith("HTTP/1.1 " + status + " "), head);
        assertEquals(status == 426, head.contains("Sec-WebSocket-Version: 13\r\n"), head);
        assertFalse(head.contains("Sec-WebSocket-Accept"), head);
        assertEquals(before, OPENED.get());
    }

    static Stream<Arguments> offers() {
        return Stream.of(
                offer("", "Sec-WebSocket-Protocol: v3"),
                offer("v2", "Sec-WebSocket-Protocol: v1, v2, v2"),
                offer("v2", "Sec-WebSocket-Protocol: v1", "Sec-WebSocket-Protocol: v2"),
                offer("v1", "Sec-WebSocket-Protocol: " + many("p") + ", v1"),
                offer("", "Sec-WebSocket-Extensions: x-unheard-of; a=1"),
                offer("", "Sec-WebSocket-Extensions: @identity, @fragment; maxLength=1, @validation"),
                offer("", "Sec-WebSocket-Extensions: permessage-deflate; server_max_window_bits=99"),
                offer("", "Sec-WebSocket-Extensions: " + many("x")));
    }

    private static Arguments offer(String subprotocol, String... headers) {
        return Arguments.of(subprotocol, with(headers));
    }

    private static String many(String name) {
        return String.join(
                ", ", IntStream.range(0, 1000).mapToObj(i -> name + i).toList());
    }

    @ParameterizedTest
    @MethodSource("offers")
    void whatIsOfferedIsChosenFromOrDeclined(String subprotocol, String request, TestSockets sockets)
            throws IOException {
        String head = answer(request, sockets);
        assertTrue(head.startsWith("HTTP/1.1 101 "), head);
        assertFalse(head.contains("Sec-WebSocket-Extensions"), head);
        String line = "Sec-WebSocket-Protocol: " + subprotocol + "\r\n";
        assertEquals(!subprotocol.isEmpty(), head.contains(line), head);
        assertEquals(!subprotocol.isEmpty(), head.contains("Sec-WebSocket-Protocol"), head);
    }

    private static String answer(String request, TestSockets sockets) throws IOException {
        RawSocket raw = sockets.rawConnection();
        raw.write(request);
        return raw.readHead();
    }
}

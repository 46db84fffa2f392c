package io.jetalyst.jetty;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.socket.MessageStream;
import io.jetalyst.socket.WebSocketHandshake;
import io.jetalyst.testkit.RawSocket;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A socket that behaves, over a client of the JDK and frame by frame. */
class SocketTest {
    private static TestServer server;

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.sockets(SocketTest::echo);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static void echo(WebSocketHandshake handshake) {
        handshake.onText((session, text) -> session.send(text)).onBinary((session, bytes) -> session.send(bytes));
    }

    @Test
    void theHandshakeIsAnsweredWithTheChosenSubprotocolAndOurFields() throws Exception {
        try (RawSocket raw = new RawSocket(server.port())) {
            raw.write(RawSocket.handshake("/any", "Sec-WebSocket-Protocol: chat"));
            String head = raw.readHead();
            assertTrue(head.startsWith("HTTP/1.1 101 "), head);
            assertTrue(head.contains("Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n"), head);
            assertTrue(head.contains("Sec-WebSocket-Protocol: chat\r\n"), head);
            assertTrue(head.contains("X-Greeting: hello\r\n"), head);
        }
    }

    @Test
    void noExtensionIsTakenWhateverIsOffered() throws Exception {
        try (RawSocket raw = new RawSocket(server.port())) {
            raw.write(RawSocket.handshake(
                    "/any", "Sec-WebSocket-Extensions: permessage-deflate; server_max_window_bits=99, @x, \"broken"));
            String head = raw.readHead();
            assertTrue(head.startsWith("HTTP/1.1 101 "), head);
            assertTrue(!head.contains("Sec-WebSocket-Extensions"), head);
        }
    }

    @Test
    void framesSentTogetherWithTheHandshakeAreRead() throws Exception {
        try (RawSocket raw = new RawSocket(server.port())) {
            byte[] frame = raw.masked(RawSocket.FIN | RawSocket.TEXT, "early".getBytes(StandardCharsets.UTF_8));
            raw.write(RawSocket.handshake("/any") + new String(frame, StandardCharsets.ISO_8859_1));
            raw.readHead();
            assertEquals("early", raw.read().text());
        }
    }

    @Test
    void theClientOfTheJdkSendsTextAndBinaryAndCloses() throws Exception {
        CompletableFuture<String> text = new CompletableFuture<>();
        CompletableFuture<ByteBuffer> binary = new CompletableFuture<>();
        CompletableFuture<Integer> closed = new CompletableFuture<>();
        WebSocket.Listener listener = new WebSocket.Listener() {
            @Override
            public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
                text.complete(data.toString());
                socket.request(1);
                return null;
            }

            @Override
            public CompletionStage<?> onBinary(WebSocket socket, ByteBuffer data, boolean last) {
                binary.complete(ByteBuffer.allocate(data.remaining()).put(data).flip());
                socket.request(1);
                return null;
            }

            @Override
            public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
                closed.complete(code);
                return null;
            }
        };
        WebSocket socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .subprotocols("chat")
                .buildAsync(server.uri("ws", "/any"), listener)
                .get(10, TimeUnit.SECONDS);
        assertEquals("chat", socket.getSubprotocol());
        socket.sendText("héllo ☃ 😀", true).get(10, TimeUnit.SECONDS);
        assertEquals("héllo ☃ 😀", text.get(10, TimeUnit.SECONDS));
        socket.sendBinary(ByteBuffer.wrap(new byte[] {1, 2, 3}), true).get(10, TimeUnit.SECONDS);
        assertEquals(ByteBuffer.wrap(new byte[] {1, 2, 3}), binary.get(10, TimeUnit.SECONDS));
        socket.sendClose(4001, "done").get(10, TimeUnit.SECONDS);
        assertEquals(4001, closed.get(10, TimeUnit.SECONDS));
    }

    @Test
    void aMessageOfTheLargestSizeComesBackWhole() throws Exception {
        try (RawSocket raw = RawSocket.open(server.port(), "/any")) {
            byte[] large = new byte[64 * 1024];
            large[0] = 1;
            large[large.length - 1] = 2;
            raw.frame(RawSocket.FIN | RawSocket.BINARY, large);
            assertArrayEquals(large, raw.read().payload());
        }
    }

    @Test
    void fragmentsAreOneMessageAndPingsBetweenThemAreAnswered() throws Exception {
        try (RawSocket raw = RawSocket.open(server.port(), "/any")) {
            byte[] snowman = "☃".getBytes(StandardCharsets.UTF_8);
            raw.frame(RawSocket.TEXT, snowman[0]);
            raw.frame(RawSocket.FIN | RawSocket.PING, (byte) 7);
            raw.frame(RawSocket.CONTINUATION, snowman[1]);
            raw.frame(RawSocket.CONTINUATION);
            raw.frame(RawSocket.FIN | RawSocket.CONTINUATION, snowman[2]);
            RawSocket.Frame pong = raw.read();
            assertEquals(RawSocket.PONG, pong.opcode());
            assertArrayEquals(new byte[] {7}, pong.payload());
            assertEquals("☃", raw.read().text());
        }
    }

    @Test
    void twoHundredMessagesInOneBurstComeBackInOrder() throws Exception {
        try (RawSocket raw = RawSocket.open(server.port(), "/any")) {
            ByteArrayOutputStream burst = new ByteArrayOutputStream();
            for (int i = 0; i < 200; i++) {
                burst.writeBytes(raw.masked(
                        RawSocket.FIN | RawSocket.TEXT, Integer.toString(i).getBytes()));
            }
            raw.write(burst.toByteArray());
            for (int i = 0; i < 200; i++) {
                assertEquals(Integer.toString(i), raw.read().text());
            }
        }
    }

    @Test
    void aStreamedMessageComesInFragmentsOfOneMessage() throws Exception {
        try (TestServer streams = TestServer.sockets(SocketTest::stream);
                RawSocket raw = RawSocket.open(streams.port(), "/any")) {
            raw.text("3");
            assertEquals(new Part(RawSocket.TEXT, false, "part 0"), Part.of(raw.read()));
            assertEquals(new Part(RawSocket.CONTINUATION, false, "part 1"), Part.of(raw.read()));
            assertEquals(new Part(RawSocket.CONTINUATION, false, "part 2"), Part.of(raw.read()));
            raw.frame(RawSocket.FIN | RawSocket.PING, (byte) 7);
            assertEquals(RawSocket.PONG, raw.read().opcode());
            raw.text("end");
            assertEquals(new Part(RawSocket.CONTINUATION, true, ""), Part.of(raw.read()));
            assertEquals(new Part(RawSocket.TEXT, true, "behind"), Part.of(raw.read()));
        }
    }

    @Test
    void aStreamMayBeCutShortByAClose() throws Exception {
        try (TestServer streams = TestServer.sockets(SocketTest::stream);
                RawSocket raw = RawSocket.open(streams.port(), "/any")) {
            raw.text("1");
            assertEquals(new Part(RawSocket.TEXT, false, "part 0"), Part.of(raw.read()));
            raw.text("close");
            assertEquals(4000, raw.read().code());
        }
    }

    /** Begins a message of this many parts, ends it, or closes in its middle. */
    private static void stream(WebSocketHandshake handshake) {
        AtomicReference<MessageStream<String>> open = new AtomicReference<>();
        handshake.onText((session, text) -> {
            switch (text) {
                case "end" -> open.get().close();
                case "close" -> session.close(4000, "");
                default -> {
                    open.set(session.streamText());
                    for (int i = 0; i < Integer.parseInt(text); i++) {
                        open.get().write("part " + i);
                    }
                    session.send("behind");
                }
            }
        });
    }

    /** A frame that can be compared. */
    private record Part(int opcode, boolean last, String text) {
        static Part of(RawSocket.Frame frame) {
            return new Part(frame.opcode(), frame.last(), frame.text());
        }
    }
}

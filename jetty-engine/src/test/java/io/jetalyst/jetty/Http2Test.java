package io.jetalyst.jetty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.codec.Codecs;
import io.jetalyst.engine.Exchange;
import io.jetalyst.engine.Exchange.UpgradeSupport;
import io.jetalyst.http.Request;
import io.jetalyst.http.Response;
import io.jetalyst.internal.socket.OfferedHandshake;
import io.jetalyst.internal.socket.Sockets;
import io.jetalyst.socket.CloseStatus;
import io.jetalyst.socket.SocketOptions;
import io.jetalyst.socket.WebSocketHandshake;
import io.jetalyst.testkit.RawSocket;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** HTTP/2 without TLS, and a WebSocket in one of its streams (RFC 8441). */
@Timeout(30)
class Http2Test {
    private static final int DATA = 0;
    private static final int HEADERS = 1;
    private static final int SETTINGS = 4;
    private static final int END_HEADERS = 4;
    private static final byte STATUS_200 = (byte) 0x88; // RFC 7541 appendix A, indexed

    @Test
    void aRequestIsAnsweredOverHttp2() throws Exception {
        try (TestServer server = TestServer.http(exchange ->
                exchange.respond(Response.text(exchange.request().protocol() + " " + exchange.upgradeSupport())))) {
            HttpResponse<String> answer = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_2)
                    .build()
                    .send(
                            HttpRequest.newBuilder(server.uri("http", "/")).build(),
                            HttpResponse.BodyHandlers.ofString());
            assertEquals(HttpClient.Version.HTTP_2, answer.version());
            assertEquals("HTTP/2.0 NONE", answer.body());
        }
    }

    @Test
    void aRefusalIsAnsweredOverHttp2AsWell() throws Exception {
        try (TestServer server = TestServer.http(exchange -> exchange.respond(Response.text("reached")))) {
            HttpResponse<String> answer = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_2)
                    .build()
                    .send(
                            HttpRequest.newBuilder(server.uri("http", "/a;b")).build(),
                            HttpResponse.BodyHandlers.ofString());
            assertEquals(400, answer.statusCode());
            assertEquals("{\"type\":\"about:blank\",\"title\":\"Bad Request\",\"status\":400}", answer.body());
        }
    }

    @Test
    void aWebSocketOpensInAStreamSpeaksAndCloses() throws Exception {
        Sockets sockets = new Sockets(new Codecs(List.of()));
        CompletableFuture<Request> seen = new CompletableFuture<>();
        CompletableFuture<Integer> closed = new CompletableFuture<>();
        try (TestServer server = TestServer.http(exchange -> {
                    assertEquals(UpgradeSupport.EXTENDED_CONNECT, exchange.upgradeSupport());
                    seen.complete(exchange.request().snapshot());
                    upgrade(
                            sockets,
                            exchange,
                            handshake -> handshake
                                    .onText((session, text) -> session.send(text + text))
                                    .onClose((session, status) -> closed.complete(status.code())));
                });
                RawSocket raw = new RawSocket(server.port())) {
            raw.write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
            send(raw, SETTINGS, 0, 0, new byte[0]);
            send(raw, HEADERS, END_HEADERS, 1, handshake());
            Frame answer = await(raw, HEADERS);
            assertTrue(contains(answer.payload(), STATUS_200));
            Request request = seen.get(10, TimeUnit.SECONDS);
            assertEquals("CONNECT", request.method());
            assertEquals("/chat/lobby", request.path());
            assertEquals("name=ann", request.query());
            assertEquals("localhost", request.authority());

            send(raw, DATA, 0, 1, raw.masked(RawSocket.FIN | RawSocket.TEXT, "ho".getBytes(StandardCharsets.UTF_8)));
            assertEquals("hoho", new String(await(raw, DATA).payload(), 2, 4, StandardCharsets.UTF_8));

            send(raw, DATA, 0, 1, raw.masked(RawSocket.FIN | RawSocket.CLOSE, (byte) 0x0f, (byte) 0xa0));
            assertEquals(4000, ByteBuffer.wrap(await(raw, DATA).payload()).getShort(2));
            assertEquals(4000, closed.get(10, TimeUnit.SECONDS));
        } finally {
            sockets.close(Duration.ofSeconds(2));
        }
    }

    private static void upgrade(Sockets sockets, Exchange exchange, Consumer<WebSocketHandshake> listeners) {
        OfferedHandshake handshake = sockets.offer(exchange.request(), Optional.of("chat"), SocketOptions.DEFAULT);
        handshake.accept();
        listeners.accept(handshake);
        handshake.seal();
        exchange.upgrade(handshake.upgrade(List.of()));
    }

    @ParameterizedTest(name = "type {0}, flags {1}")
    @CsvSource({"0, 1", "3, 0"}) // DATA with END_STREAM, and RST_STREAM
    void theEndOfTheStreamEndsTheSession(int type, int flags) throws Exception {
        Sockets sockets = new Sockets(new Codecs(List.of()));
        CompletableFuture<CloseStatus> closed = new CompletableFuture<>();
        try (TestServer server = TestServer.http(exchange -> {
                    upgrade(
                            sockets,
                            exchange,
                            handshake -> handshake
                                    .onText((session, text) -> session.send(text))
                                    .onClose((session, status) -> closed.complete(status)));
                });
                RawSocket raw = new RawSocket(server.port())) {
            raw.write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
            send(raw, SETTINGS, 0, 0, new byte[0]);
            send(raw, HEADERS, END_HEADERS, 1, handshake());
            await(raw, HEADERS);
            byte[] text = raw.masked(RawSocket.FIN | RawSocket.TEXT, (byte) 'a');
            send(raw, DATA, 0, 1, text);
            await(raw, DATA);
            send(raw, type, flags, 1, type == DATA ? text : new byte[] {0, 0, 0, 8});
            assertEquals(
                    CloseStatus.Cause.NETWORK, closed.get(10, TimeUnit.SECONDS).cause());
        } finally {
            sockets.close(Duration.ofSeconds(2));
        }
    }

    private record Frame(int type, byte[] payload) {}

    /** The next frame of this type that has a payload; what else comes is settings and windows. */
    private static Frame await(RawSocket raw, int type) throws IOException {
        while (true) {
            ByteBuffer head = ByteBuffer.wrap(raw.readFully(9));
            int length = (head.get() & 0xff) << 16 | (head.getShort() & 0xffff);
            Frame frame = new Frame(head.get(), raw.readFully(length));
            if (frame.type() == type && length > 0) {
                return frame;
            }
        }
    }

    private static void send(RawSocket raw, int type, int flags, int stream, byte[] payload) throws IOException {
        raw.write(ByteBuffer.allocate(9 + payload.length)
                .put((byte) 0)
                .putShort((short) payload.length)
                .put((byte) type)
                .put((byte) flags)
                .putInt(stream)
                .put(payload)
                .array());
    }

    private static byte[] handshake() {
        ByteArrayOutputStream block = new ByteArrayOutputStream();
        field(block, ":method", "CONNECT");
        field(block, ":protocol", "websocket");
        field(block, ":scheme", "http");
        field(block, ":path", "/chat/lobby?name=ann");
        field(block, ":authority", "localhost");
        field(block, "sec-websocket-version", "13");
        field(block, "sec-websocket-protocol", "chat");
        return block.toByteArray();
    }

    /** A literal field without indexing, with a new name (RFC 7541 §6.2.2). */
    private static void field(ByteArrayOutputStream block, String name, String value) {
        block.write(0);
        block.write(name.length());
        block.writeBytes(name.getBytes(StandardCharsets.US_ASCII));
        block.write(value.length());
        block.writeBytes(value.getBytes(StandardCharsets.US_ASCII));
    }

    private static boolean contains(byte[] bytes, byte wanted) {
        for (byte one : bytes) {
            if (one == wanted) {
                return true;
            }
        }
        return false;
    }
}

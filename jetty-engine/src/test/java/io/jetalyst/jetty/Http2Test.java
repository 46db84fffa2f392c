package io.jetalyst.jetty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.codec.Codecs;
import io.jetalyst.engine.Exchange.UpgradeSupport;
import io.jetalyst.http.Request;
import io.jetalyst.http.Response;
import io.jetalyst.internal.handshake.PendingHandshake;
import io.jetalyst.internal.limit.SocketLimits;
import io.jetalyst.internal.socket.Sockets;
import io.jetalyst.internal.topic.MemoryHub;
import io.jetalyst.socket.CloseStatus;
import io.jetalyst.socket.SocketOptions;
import io.jetalyst.socket.WebSocketHandshake;
import io.jetalyst.socket.WebSocketSession;
import io.jetalyst.testkit.RawSocket;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** HTTP/2 without TLS, and a WebSocket in one of its streams (RFC 8441). */
@Timeout(30)
class Http2Test {
    private static final byte STATUS_200 = (byte) 0x88; // RFC 7541 appendix A, indexed
    private static final byte STATUS_400 = (byte) 0x8c;
    private static final byte[] CANCEL = {0, 0, 0, 8};
    private static final int FLOW_CONTROL_ERROR = 3;
    /** SETTINGS_INITIAL_WINDOW_SIZE of the client's streams: the server may send them 10 bytes. */
    private static final byte[] NO_WINDOW = {0, 4, 0, 0, 0, 10};

    private static final SocketLimits LEAVES_SOON =
            SocketLimits.DEFAULT.times(Duration.ofSeconds(20), Duration.ofSeconds(40), Duration.ofMillis(200));

    private final List<Sockets> sockets = new ArrayList<>();

    @Test
    void aRequestIsAnsweredOverHttp2() throws Exception {
        try (TestServer server = TestServer.http(exchange -> exchange.respond(
                        Response.text(exchange.request().protocol() + " " + exchange.upgradeSupport())));
                Http2Socket client = new Http2Socket(server.port())) {
            client.get(1, "/");
            assertTrue(contains(client.await(Http2Socket.HEADERS).payload(), STATUS_200));
            assertEquals("HTTP/2.0 NONE", text(client));
        }
    }

    @Test
    void aRefusalIsAnsweredOverHttp2AsWell() throws Exception {
        try (TestServer server = TestServer.http(exchange -> exchange.respond(Response.text("reached")));
                Http2Socket client = new Http2Socket(server.port())) {
            client.get(1, "/a;b");
            assertTrue(contains(client.await(Http2Socket.HEADERS).payload(), STATUS_400));
            assertEquals("The path has a semicolon.", text(client));
        }
    }

    /** RFC 9113 §3.1; a proxy that forwards the field would not see the requests behind it. */
    @Test
    void ignoresUpgradeToH2c() throws Exception {
        try (TestServer server = TestServer.http(exchange ->
                        exchange.respond(Response.text(exchange.request().protocol())));
                RawSocket raw = new RawSocket(server.port())) {
            raw.write("GET / HTTP/1.1\r\nHost: a\r\nConnection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\n"
                    + "HTTP2-Settings: AAMAAABkAAQAAP__\r\n\r\n");
            assertTrue(raw.readHead().startsWith("HTTP/1.1 200 "));
            assertEquals("HTTP/1.1", new String(raw.readFully(8), StandardCharsets.US_ASCII));
        }
    }

    /** Each is refused on its stream, and the connection serves the next (RFC 9113 §8.1.1, §8.2.2, §8.3.1). */
    @Test
    void refusesMalformedRequestsOnTheirStreams() throws Exception {
        String[] get = {":method", "GET", ":scheme", "http", ":path", "/", ":authority", "a"};
        List<String[]> malformed = List.of(
                with(get, "transfer-encoding", "chunked"),
                with(get, "upgrade", "websocket"),
                with(get, "connection", "keep-alive"),
                with(get, "te", "gzip"),
                with(get, "content-length", "5"),
                with(get, "x-large", "x".repeat(9_000)),
                new String[] {":method", "GET", ":scheme", "http", ":path", "/"},
                new String[] {":method", "GET", ":scheme", "http", ":path", "/" + "x".repeat(9_000), ":authority", "a"
                });
        try (TestServer server = TestServer.http(exchange -> exchange.respond(Response.text("reached")));
                Http2Socket client = new Http2Socket(server.port())) {
            int stream = 1;
            for (String[] request : malformed) {
                client.request(stream, Http2Socket.END_STREAM, request);
                Http2Socket.Frame head = client.await(Http2Socket.HEADERS);
                assertEquals(stream, head.stream());
                assertFalse(contains(head.payload(), STATUS_200), () -> String.join(" ", request));
                client.await(Http2Socket.DATA);
                client.get(stream + 2, "/");
                assertTrue(contains(client.await(Http2Socket.HEADERS).payload(), STATUS_200));
                assertEquals("reached", text(client));
                stream += 4;
            }
        }
    }

    private static String[] with(String[] request, String name, String value) {
        String[] more = java.util.Arrays.copyOf(request, request.length + 2);
        more[request.length] = name;
        more[request.length + 1] = value;
        return more;
    }

    private static String text(Http2Socket client) throws IOException {
        return new String(client.await(Http2Socket.DATA).payload(), StandardCharsets.UTF_8);
    }

    /** RFC 9113 §10.5: a client that opens no window costs a bounded amount, and its connection is still served. */
    @Test
    void resetsStreamsWhenTooManyBytesWaitForAClientThatDoesNotRead() throws Exception {
        byte[] large = new byte[100_000];
        try (TestServer server = TestServer.http(
                        options -> options.maxPendingBytesPerConnection(350_000),
                        exchange -> exchange.respond(Response.bytes("application/octet-stream", large)));
                Http2Socket client = new Http2Socket(server.port(), NO_WINDOW)) {
            Set<Integer> waiting = new HashSet<>(); // requests of one connection are handled in any order
            for (int i = 0; i < 10; i++) {
                client.get(2 * i + 1, "/");
                waiting.add(2 * i + 1);
            }
            for (int i = 0; i < 7; i++) {
                assertTrue(waiting.remove(client.await(Http2Socket.RST_STREAM).stream()));
            }
            Iterator<Integer> streams = waiting.iterator();
            client.send(Http2Socket.RST_STREAM, 0, streams.next(), CANCEL);
            client.send(Http2Socket.RST_STREAM, 0, streams.next(), CANCEL);
            int stream = 21;
            client.get(stream, "/");
            Http2Socket.Frame frame = client.await(Http2Socket.DATA, Http2Socket.RST_STREAM);
            while (frame.stream() != stream || frame.type() != Http2Socket.DATA) {
                if (frame.stream() == stream) { // the bytes of the streams that were reset still count
                    stream += 2;
                    client.get(stream, "/");
                }
                frame = client.await(Http2Socket.DATA, Http2Socket.RST_STREAM);
            }
        }
    }

    /** A limit for all connections together, since there may be many of them. */
    @Test
    void resetsStreamsWhenTooManyBytesWaitOnAllConnections() throws Exception {
        byte[] large = new byte[100_000];
        try (TestServer server = TestServer.http(
                        options -> options.maxPendingBytes(150_000),
                        exchange -> exchange.respond(Response.bytes("application/octet-stream", large)));
                Http2Socket first = new Http2Socket(server.port(), NO_WINDOW);
                Http2Socket second = new Http2Socket(server.port(), NO_WINDOW)) {
            first.get(1, "/");
            first.await(Http2Socket.DATA);
            second.get(1, "/");
            assertEquals(1, second.await(Http2Socket.RST_STREAM).stream());
        }
    }

    @Test
    void aWebSocketOpensInAStreamSpeaksAndCloses() throws Exception {
        CompletableFuture<Request> seen = new CompletableFuture<>();
        CompletableFuture<Integer> closed = new CompletableFuture<>();
        try (TestServer server = serve(handshake -> {
                    seen.complete(handshake.request());
                    handshake
                            .onText((session, text) -> session.send(text + text))
                            .onClose((session, status) -> closed.complete(status.code()));
                });
                Http2Socket client = new Http2Socket(server.port())) {
            assertTrue(contains(client.open(1).payload(), STATUS_200));
            Request request = seen.get(10, TimeUnit.SECONDS);
            assertEquals("CONNECT", request.method());
            assertEquals("/chat/lobby", request.path());
            assertEquals("name=ann", request.query());
            assertEquals("localhost", request.authority());

            client.frame(1, RawSocket.FIN | RawSocket.TEXT, "ho".getBytes(StandardCharsets.UTF_8));
            assertEquals("hoho", new String(client.await(Http2Socket.DATA).payload(), 2, 4, StandardCharsets.UTF_8));

            client.frame(1, RawSocket.FIN | RawSocket.CLOSE, (byte) 0x0f, (byte) 0xa0);
            assertEquals(
                    4000,
                    ByteBuffer.wrap(client.await(Http2Socket.DATA).payload()).getShort(2));
            assertEquals(4000, closed.get(10, TimeUnit.SECONDS));
        }
    }

    @ParameterizedTest(name = "type {0}, flags {1}")
    @CsvSource({"0, 1", "3, 0"}) // DATA with END_STREAM, and RST_STREAM
    void theEndOfTheStreamEndsTheSession(int type, int flags) throws Exception {
        CompletableFuture<CloseStatus> closed = new CompletableFuture<>();
        try (TestServer server = serve(handshake -> handshake
                        .onText((session, text) -> session.send(text))
                        .onClose((session, status) -> closed.complete(status)));
                Http2Socket client = new Http2Socket(server.port())) {
            client.open(1);
            client.frame(1, RawSocket.FIN | RawSocket.TEXT, (byte) 'a');
            client.await(Http2Socket.DATA);
            client.send(type, flags, 1, type == Http2Socket.DATA ? new byte[0] : CANCEL);
            assertEquals(
                    CloseStatus.Cause.NETWORK, closed.get(10, TimeUnit.SECONDS).cause());
        }
    }

    enum End {
        RESET,
        END_OF_STREAM,
        CLOSE_OF_THE_CLIENT,
        CLOSE_OF_THE_SERVER
    }

    /** As long as the connection lives, Jetty would keep what a stream has no window for. */
    @ParameterizedTest
    @EnumSource(End.class)
    void whatAStreamThatIsGoneDidNotTakeIsGivenUp(End end) throws Exception {
        CompletableFuture<WebSocketSession> opened = new CompletableFuture<>();
        CompletableFuture<CloseStatus> closed = new CompletableFuture<>();
        try (TestServer server = serve(
                        LEAVES_SOON,
                        handshake -> handshake
                                .onOpen(opened::complete)
                                .onText((session, text) -> {})
                                .onClose((session, status) -> closed.complete(status)));
                Http2Socket client = new Http2Socket(server.port(), NO_WINDOW)) {
            client.open(1);
            WebSocketSession session = opened.get(10, TimeUnit.SECONDS);
            CompletableFuture<Void> first = session.send("x".repeat(100_000)).toCompletableFuture();
            CompletableFuture<Void> second = session.send("y").toCompletableFuture();
            switch (end) {
                case RESET -> client.send(Http2Socket.RST_STREAM, 0, 1, CANCEL);
                case END_OF_STREAM -> client.send(Http2Socket.DATA, Http2Socket.END_STREAM, 1, new byte[0]);
                case CLOSE_OF_THE_CLIENT -> client.frame(1, RawSocket.FIN | RawSocket.CLOSE, (byte) 0x0f, (byte) 0xa0);
                case CLOSE_OF_THE_SERVER -> session.close();
            }
            closed.get(10, TimeUnit.SECONDS);
            assertThrows(ExecutionException.class, () -> first.get(10, TimeUnit.SECONDS));
            assertThrows(ExecutionException.class, () -> second.get(10, TimeUnit.SECONDS));
        }
    }

    /** Each of them costs a hundred bytes and more while nobody reads it. */
    @Test
    void aClientThatIsNotReadMayNotSendMuchHoweverSmallItsFrames() throws Exception {
        CompletableFuture<Void> work = new CompletableFuture<>();
        AtomicInteger heard = new AtomicInteger();
        try (TestServer server = serve(handshake -> handshake.onTextAsync((session, text) -> {
                    heard.incrementAndGet();
                    return work;
                }));
                Http2Socket client = new Http2Socket(server.port())) {
            client.open(1);
            byte[] message = client.crumbs(1, RawSocket.FIN | RawSocket.TEXT, (byte) 'a');
            int fits = 64 * 1024 / 7;
            for (int i = 0; i < fits; i++) {
                client.write(message);
            }
            client.write(message);
            byte[] reset = client.await(Http2Socket.RST_STREAM).payload();
            assertEquals(FLOW_CONTROL_ERROR, ByteBuffer.wrap(reset).getInt());
            assertEquals(1, heard.get());
            work.complete(null);
        }
    }

    private TestServer serve(Consumer<WebSocketHandshake> listeners) throws IOException {
        return serve(SocketLimits.DEFAULT, listeners);
    }

    private TestServer serve(SocketLimits limits, Consumer<WebSocketHandshake> listeners) throws IOException {
        Sockets served = new Sockets(new Codecs(List.of()), limits, new MemoryHub(), Sockets.MAX_TOPICS);
        sockets.add(served);
        return TestServer.http(exchange -> {
            assertEquals(UpgradeSupport.EXTENDED_CONNECT, exchange.upgradeSupport());
            PendingHandshake handshake =
                    served.handshake(exchange.request(), Optional.of("chat"), SocketOptions.DEFAULT);
            handshake.isRequested();
            listeners.accept(handshake);
            handshake.seal();
            exchange.upgrade(handshake.upgrade(List.of()));
        });
    }

    @AfterEach
    void closeSockets() {
        sockets.forEach(served -> served.close(Duration.ofSeconds(2)));
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

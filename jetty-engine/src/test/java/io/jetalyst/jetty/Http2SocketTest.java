package io.jetalyst.jetty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.codec.Codecs;
import io.jetalyst.engine.Exchange.UpgradeSupport;
import io.jetalyst.http.Request;
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
import java.util.List;
import java.util.Optional;
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

/** A WebSocket in a stream of HTTP/2 (RFC 8441). */
@Timeout(30)
class Http2SocketTest {
    private static final byte STATUS_200 = (byte) 0x88; // RFC 7541 appendix A, indexed
    private static final byte[] CANCEL = {0, 0, 0, 8};
    private static final int FLOW_CONTROL_ERROR = 3;
    /** SETTINGS_INITIAL_WINDOW_SIZE of the client's streams: the server may send them 10 bytes. */
    private static final byte[] NO_WINDOW = {0, 4, 0, 0, 0, 10};

    private static final SocketLimits LEAVES_SOON =
            SocketLimits.DEFAULT.times(Duration.ofSeconds(20), Duration.ofSeconds(40), Duration.ofMillis(200));

    private final List<Sockets> sockets = new ArrayList<>();

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
                    served.handshake(exchange.request(), Optional.of("chat"), SocketOptions.DEFAULT, "/");
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

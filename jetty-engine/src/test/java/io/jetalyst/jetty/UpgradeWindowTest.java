package io.jetalyst.jetty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.engine.Exchange.UpgradeSupport;
import io.jetalyst.engine.SocketReceiver;
import io.jetalyst.engine.SocketUpgrade;
import io.jetalyst.engine.SocketWire;
import io.jetalyst.testkit.RawSocket;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.HttpStream;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Connections and streams that end after the response to the handshake was sent and before Jetty opens the socket. */
@Timeout(60)
class UpgradeWindowTest {
    private static final byte[] CANCEL = {0, 0, 0, 8};

    /** Opens the socket, which the server would have done by itself. */
    private final CompletableFuture<Runnable> opening = new CompletableFuture<>();
    /** Another request of the same connection is handled. */
    private final CountDownLatch next = new CountDownLatch(1);

    private final CompletableFuture<EndPoint> endPoint = new CompletableFuture<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Receiver receiver = new Receiver();
    private final Server server = new Server();
    private final HttpConfiguration http = new HttpConfiguration();
    private final ServerConnector connector =
            new ServerConnector(server, new HttpConnectionFactory(http), new PriorKnowledge(http));

    private volatile boolean nonBlocking;

    @BeforeEach
    void start() throws Exception {
        server.addConnector(connector);
        server.setHandler(new Upgrading());
        server.start();
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
        threads.shutdownNow();
    }

    private static final class Receiver implements SocketReceiver {
        private final CountDownLatch closed = new CountDownLatch(1);
        private final AtomicInteger calls = new AtomicInteger();

        @Override
        public void opened(SocketWire wire) {}

        @Override
        public boolean received(ByteBuffer bytes) {
            bytes.position(bytes.limit());
            return true;
        }

        @Override
        public void closed(@Nullable Throwable failure) {
            calls.incrementAndGet();
            closed.countDown();
        }
    }

    /** Upgrades requests, and leaves the opening of the socket to the test. */
    private final class Upgrading extends Handler.Abstract.NonBlocking {
        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            if ("/next".equals(request.getHttpURI().getPath())) {
                next.countDown();
                callback.succeeded();
                return true;
            }
            UpgradeSupport support = request.getTunnelSupport().getProtocol() == null
                    ? UpgradeSupport.UPGRADE_HEADER
                    : UpgradeSupport.EXTENDED_CONNECT;
            endPoint.complete(request.getTunnelSupport().getEndPoint());
            SocketUpgrade upgrade = new SocketUpgrade(List.of(), receiver, nonBlocking);
            Response delayed = new Response.Wrapper(request, response) {
                @Override
                public void write(boolean last, ByteBuffer content, Callback written) {
                    request.addHttpStreamWrapper(Window::new);
                    super.write(last, content, written);
                }
            };
            WebSocketUpgrade.start(upgrade, support, new TaskRunner(threads), request, delayed, callback);
            return true;
        }
    }

    private final class Window extends HttpStream.Wrapper {
        Window(HttpStream stream) {
            super(stream);
        }

        @Override
        public void succeeded() {
            opening.complete(super::succeeded);
        }
    }

    private RawSocket http1() throws Exception {
        RawSocket raw = new RawSocket(connector.getLocalPort());
        raw.write("GET /socket HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n");
        assertTrue(raw.readHead().startsWith("HTTP/1.1 101 "));
        opening.get(20, TimeUnit.SECONDS);
        return raw;
    }

    private Http2Socket http2() throws Exception {
        Http2Socket client = new Http2Socket(connector.getLocalPort());
        client.open(1);
        opening.get(20, TimeUnit.SECONDS);
        return client;
    }

    private void assertClosedOnce() throws Exception {
        opening.join().run();
        assertTrue(receiver.closed.await(20, TimeUnit.SECONDS));
        server.stop();
        assertEquals(1, receiver.calls.get());
    }

    /** Waits until the server has read the frames that the client has sent. */
    private void awaitFrames(Http2Socket client) throws Exception {
        client.get(3, "/next");
        assertTrue(next.await(20, TimeUnit.SECONDS));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void closesTheReceiverOfAStreamThatTheClientResets(boolean nonBlocking) throws Exception {
        this.nonBlocking = nonBlocking;
        try (Http2Socket client = http2()) {
            client.send(Http2Socket.RST_STREAM, 0, 1, CANCEL);
            awaitFrames(client);
            assertClosedOnce();
        }
    }

    @Test
    void closesTheReceiverOfAStreamThatTheClientEnds() throws Exception {
        try (Http2Socket client = http2()) {
            client.send(Http2Socket.DATA, Http2Socket.END_STREAM, 1, new byte[0]);
            awaitFrames(client);
            assertClosedOnce();
        }
    }

    @Test
    void closesTheReceiverOfAStreamWhoseConnectionEnds() throws Exception {
        http2().close();
        awaitNoConnection();
        assertClosedOnce();
    }

    @Test
    void closesTheReceiverOfAConnectionThatTheClientResets() throws Exception {
        http1().reset();
        assertClosedOnce();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void closesTheReceiverOfAConnectionThatTheServerCloses(boolean nonBlocking) throws Exception {
        this.nonBlocking = nonBlocking;
        try (RawSocket raw = http1()) {
            endPoint.join().close(new IOException("no time is left"));
            awaitNoConnection();
            raw.awaitEnd();
            assertClosedOnce();
        }
    }

    /** The test's time bounds it. */
    private void awaitNoConnection() {
        while (!connector.getConnectedEndPoints().isEmpty()) {
            Thread.onSpinWait();
        }
    }
}

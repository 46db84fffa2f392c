package io.jetalyst.jetty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.engine.EngineOptions;
import io.jetalyst.engine.Exchange;
import io.jetalyst.engine.ExchangeHandler;
import io.jetalyst.engine.Listener;
import io.jetalyst.engine.Rejections;
import io.jetalyst.engine.ServerLimit;
import io.jetalyst.http.Request;
import io.jetalyst.http.Response;
import io.jetalyst.testkit.RawSocket;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.eclipse.jetty.http.HttpFields;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Connections beyond the limits get an answer, and clients that read too slowly are disconnected. */
@Timeout(60)
class ConnectionLimitTest {
    private static final int MAX = 10;
    private static final int GOAWAY = 7;
    private static final String GET = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";

    private final Rejections rejections = new Rejections();
    private final List<RawSocket> clients = new ArrayList<>();

    /** Serves health checks beyond all limits. */
    private record Handler() implements ExchangeHandler {
        @Override
        public void handle(Exchange exchange) {
            exchange.respond(Response.text("ok"));
        }

        @Override
        public boolean isAlwaysAdmitted(Request request) {
            return request.path().equals("/health");
        }
    }

    private TestServer serve(UnaryOperator<EngineOptions> options) throws IOException {
        return TestServer.http(
                defaults -> options.apply(defaults.rejections(rejections).maxConnections(MAX)), new Handler());
    }

    @AfterEach
    void close() throws IOException {
        for (RawSocket each : clients) {
            each.close();
        }
    }

    private void fill(TestServer server) throws IOException {
        while (clients.size() < MAX) {
            RawSocket raw = new RawSocket(server.port());
            clients.add(raw);
            assertServes(raw);
        }
    }

    private static void assertServes(RawSocket raw) throws IOException {
        raw.write(GET);
        String head = raw.readHead();
        assertTrue(head.startsWith("HTTP/1.1 200 "), head);
        raw.readFully(2);
    }

    private static String answer(RawSocket raw, String request) throws IOException {
        raw.write(request);
        StringBuilder answer = new StringBuilder();
        raw.readUntilEnd(answer);
        return answer.toString();
    }

    @Test
    void answersOneRequestOfEachConnectionBeyondTheLimit() throws Exception {
        try (TestServer server = serve(options -> options)) {
            fill(server);
            for (int i = 0; i < 5; i++) {
                try (RawSocket outside = new RawSocket(server.port())) {
                    String answer = answer(outside, GET + GET);
                    assertTrue(answer.startsWith("HTTP/1.1 503 "), answer);
                    assertTrue(answer.contains("\r\nRetry-After: 1\r\n"), answer);
                    assertEquals(answer.indexOf("HTTP/1.1"), answer.lastIndexOf("HTTP/1.1"), answer);
                }
            }
            assertEquals(5, rejections.count(ServerLimit.CONNECTIONS));
            for (RawSocket inside : clients) {
                assertServes(inside);
            }
        }
    }

    @Test
    void answersHealthChecksBeyondTheLimit() throws Exception {
        try (TestServer server = serve(options -> options)) {
            fill(server);
            for (int i = 0; i < 5; i++) {
                try (RawSocket balancer = new RawSocket(server.port())) {
                    String answer = answer(balancer, "GET /health HTTP/1.1\r\nHost: a\r\n\r\n");
                    assertTrue(answer.startsWith("HTTP/1.1 200 "), answer);
                    assertTrue(answer.contains("\r\nConnection: close\r\n"), answer);
                }
            }
        }
    }

    @Test
    void admitsConnectionsAgainWhenOthersEnd() throws Exception {
        try (TestServer server = serve(options -> options)) {
            for (int i = 0; i < 3; i++) {
                fill(server);
                clients.remove(0).close();
                String head = "";
                while (!head.startsWith("HTTP/1.1 200 ")) { // until the server has seen the end
                    RawSocket next = new RawSocket(server.port());
                    next.write(GET);
                    head = next.readHead();
                    clients.add(next);
                }
                next(clients).readFully(2);
                assertServes(next(clients));
                while (clients.size() > 1) {
                    clients.remove(0).close();
                }
            }
        }
    }

    private static RawSocket next(List<RawSocket> sockets) {
        return sockets.get(sockets.size() - 1);
    }

    @Test
    void answersConnectionsOfAnAddressBeyondItsLimit() throws Exception {
        try (TestServer server = serve(options -> options.maxConnectionsPerAddress(2));
                RawSocket first = new RawSocket(server.port());
                RawSocket second = new RawSocket(server.port());
                RawSocket third = new RawSocket(server.port())) {
            while (rejections.count(ServerLimit.CONNECTIONS_PER_ADDRESS) == 0) {
                Thread.onSpinWait(); // until the server has seen the third, which may be any of them
            }
            try (RawSocket fourth = new RawSocket(server.port())) {
                fourth.awaitEnd(); // there is room for one more, which has not sent its request yet
            }
            List<String> answers = new ArrayList<>();
            for (RawSocket each : List.of(first, second, third)) {
                each.write(GET);
                answers.add(each.readHead().substring(0, 13));
            }
            answers.sort(null);
            assertEquals(List.of("HTTP/1.1 200 ", "HTTP/1.1 200 ", "HTTP/1.1 503 "), answers);
            assertEquals(2, rejections.count(ServerLimit.CONNECTIONS_PER_ADDRESS));
        }
    }

    @Test
    void endsSilentConnectionBeyondTheLimit() throws Exception {
        try (TestServer server = serve(options -> options.headTimeout(Duration.ofSeconds(2)))) {
            fill(server);
            try (RawSocket silent = new RawSocket(server.port())) {
                silent.awaitEnd();
            }
        }
    }

    @Test
    void answersStreamBeyondTheLimitAndEndsItsConnection() throws Exception {
        try (TestServer server = serve(options -> options)) {
            fill(server);
            try (Http2Socket outside = new Http2Socket(server.port())) {
                outside.get(1, "/");
                HttpFields fields = outside.fields(1);
                assertEquals("1", fields.get("Retry-After"));
                while (outside.next().type() != GOAWAY) {
                    // the content
                }
                outside.send(GOAWAY, 0, 0, new byte[8]); // otherwise Jetty waits for it until the connection is idle
                IOException end = assertThrows(IOException.class, () -> {
                    while (true) {
                        outside.next(); // another GOAWAY, and the end
                    }
                });
                assertFalse(end instanceof SocketTimeoutException, end::toString);
            }
        }
    }

    @Test
    void answersBeyondTheLimitOverTls() throws Exception {
        List<Listener> listeners = List.of(Listener.http("127.0.0.1", 0), Listener.parse("https://127.0.0.1:0"));
        try (TestServer server = TestServer.http(
                options -> EngineOptions.of(listeners).maxConnections(MAX).tls(TlsFixture.tls(TlsFixture.localhost())),
                new Handler())) {
            fill(server);
            int port = ((Listener.Tcp) server.engine().listeners().get(1).address()).port();
            Socket socket = new Socket("127.0.0.1", port);
            try (RawSocket raw = new RawSocket(TlsFixture.handshake(socket, "localhost", false, "http/1.1"))) {
                String answer = answer(raw, GET);
                assertTrue(answer.startsWith("HTTP/1.1 503 "), answer);
            }
        }
    }

    @Test
    void closesTheListenersThatAreOpenWhenAnotherCannotBeOpened() throws Exception {
        InetSocketAddress address;
        try (ServerSocketChannel free = ServerSocketChannel.open().bind(new InetSocketAddress("127.0.0.1", 0))) {
            address = (InetSocketAddress) free.getLocalAddress();
        }
        Path readOnly = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("/app.sock");
        List<Listener> listeners = List.of(Listener.http("127.0.0.1", address.getPort()), Listener.unix(readOnly));
        assertThrows(RuntimeException.class, () -> new JettyEngine().start(EngineOptions.of(listeners), new Handler()));
        try (ServerSocketChannel again = ServerSocketChannel.open().bind(address)) {
            assertTrue(again.isOpen());
        }
    }
}

package io.jetalyst.jetty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.engine.EngineOptions;
import io.jetalyst.engine.Exchange;
import io.jetalyst.engine.Listener;
import io.jetalyst.http.Response;
import io.jetalyst.testkit.RawSocket;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A server that listens on UNIX sockets. {@link UnixSocketFileTest} has the tests of their files. */
@Timeout(60)
class UnixListenerTest {
    private static final String GET = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";
    private static final String LAST = "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";

    @TempDir
    Path folder;

    private Path path;

    @BeforeEach
    void chooseShortName() {
        path = folder.resolve("app.sock");
    }

    private static void answer(Exchange exchange) {
        exchange.respond(Response.text(
                "from " + exchange.request().remoteAddress().getClass().getSimpleName()));
    }

    private TestServer serve(Listener... listeners) throws IOException {
        return TestServer.http(List.of(listeners), UnixListenerTest::answer);
    }

    @Test
    void servesSameHandlerOnSocketAndOnPort() throws Exception {
        try (TestServer server = serve(Listener.unix(path), Listener.http("127.0.0.1", 0));
                UnixClient client = new UnixClient(path);
                RawSocket raw = new RawSocket(server.port())) {
            for (int i = 0; i < 3; i++) {
                client.write(GET);
                assertTrue(client.readHead().startsWith("HTTP/1.1 200 "));
                client.expect("from UnixDomainSocketAddress");
            }
            raw.write(LAST);
            StringBuilder answer = new StringBuilder();
            raw.readUntilEnd(answer);
            assertTrue(answer.toString().endsWith("from InetSocketAddress"), answer::toString);
            assertEquals(
                    List.of(Listener.unix(path), Listener.http("127.0.0.1", server.port())),
                    server.engine().listeners());
        }
    }

    @Test
    void answersRequestWithoutHost() throws Exception {
        try (TestServer server = serve(Listener.unix(path));
                UnixClient client = new UnixClient(path)) {
            assertThrows(IllegalStateException.class, server::port);
            client.write("GET / HTTP/1.0\r\n\r\n");
            assertTrue(client.readUntilEnd().endsWith("from UnixDomainSocketAddress"));
        }
    }

    @Test
    void opensWebSocket() throws Exception {
        try (TestServer server = TestServer.sockets(
                        options -> EngineOptions.of(Listener.unix(path)),
                        handshake -> handshake.onOpen(session -> session.send("hello")));
                UnixClient client = new UnixClient(path)) {
            client.write("GET / HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                    + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");
            assertTrue(client.readHead().startsWith("HTTP/1.1 101 "), server::toString);
            client.expect("\u0081\u0005hello");
        }
    }

    @Test
    void answersConnectionsThatWereNotAcceptedWhenItStops() throws Exception {
        CompletableFuture<Exchange> held = new CompletableFuture<>();
        try (TestServer server = TestServer.http(
                        options -> EngineOptions.of(Listener.unix(path)).maxConnections(1), exchange -> {
                            if (!held.complete(exchange)) {
                                answer(exchange);
                            }
                        });
                UnixClient first = new UnixClient(path)) {
            first.write(GET);
            Exchange exchange = held.get(10, TimeUnit.SECONDS);
            List<UnixClient> queued = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                queued.add(new UnixClient(path).write(GET));
            }
            CompletableFuture<Void> stopped =
                    CompletableFuture.runAsync(() -> server.engine().stop(Duration.ofSeconds(30)));
            for (UnixClient client : queued) {
                assertTrue(client.readUntilEnd().contains("Connection: close"));
                client.close();
            }
            assertFalse(Files.exists(path));
            answer(exchange);
            assertTrue(first.readUntilEnd().endsWith("from UnixDomainSocketAddress"));
            stopped.get(30, TimeUnit.SECONDS);
        }
    }

    @Test
    void countsConnectionsOfAllListenersTogether() throws Exception {
        List<Listener> listeners = List.of(Listener.unix(path), Listener.http("127.0.0.1", 0));
        List<String> answered = Collections.synchronizedList(new ArrayList<>());
        try (TestServer server =
                TestServer.http(options -> EngineOptions.of(listeners).maxConnections(1), exchange -> {
                    answered.add(
                            exchange.request().remoteAddress() instanceof UnixDomainSocketAddress ? "first" : "second");
                    answer(exchange);
                })) {
            RawSocket second;
            try (UnixClient first = new UnixClient(path)) {
                first.write(GET).readHead();
                second = new RawSocket(server.port());
                second.write(LAST);
                first.expect("from UnixDomainSocketAddress");
                first.write(GET).readHead();
            }
            assertTrue(second.readHead().startsWith("HTTP/1.1 200 "));
            second.close();
            assertEquals(List.of("first", "first", "second"), answered);
        }
    }

    @Test
    void neverResetsConnectionThatWaitsForTheLimit() throws Exception {
        List<Listener> listeners = List.of(Listener.unix(path), Listener.unix(folder.resolve("b")));
        try (TestServer server =
                TestServer.http(options -> EngineOptions.of(listeners).maxConnections(2), UnixListenerTest::answer)) {
            List<CompletableFuture<String>> answers = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                Listener.Unix unix = (Listener.Unix) listeners.get(i % 2).address();
                answers.add(CompletableFuture.supplyAsync(() -> {
                    try (UnixClient client = new UnixClient(unix.path())) {
                        return client.write(LAST).readUntilEnd();
                    } catch (IOException reset) {
                        return reset.toString();
                    }
                }));
            }
            for (CompletableFuture<String> answer : answers) {
                assertTrue(answer.get(30, TimeUnit.SECONDS).startsWith("HTTP/1.1 200 "), server::toString);
            }
        }
    }

    @Test
    void endsConnectionWhoseHeadIsLate() throws Exception {
        try (TestServer server = TestServer.http(
                        options -> EngineOptions.of(Listener.unix(path)).headTimeout(Duration.ofSeconds(2)),
                        UnixListenerTest::answer);
                UnixClient client = new UnixClient(path)) {
            client.write("GET / HT");
            String answer = client.readUntilEnd();
            assertTrue(answer.startsWith("HTTP/1.1 408 "), () -> answer + server.engine());
        }
    }
}

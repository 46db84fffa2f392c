package io.jetalyst.jetty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.engine.EngineOptions;
import io.jetalyst.engine.Exchange;
import io.jetalyst.engine.Listener;
import io.jetalyst.http.Response;
import io.jetalyst.testkit.RawSocket;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A listener behind a proxy that sends the PROXY protocol. */
@Timeout(60)
class ProxyListenerTest {
    private static final String HEADER = "PROXY TCP4 203.0.113.7 127.0.0.1 4096 80\r\n";
    private static final String LAST = "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
    private static final Listener PROXIED = Listener.parse("http://127.0.0.1:0?proxy-protocol=true");

    @TempDir
    Path folder;

    private static void answer(Exchange exchange) {
        exchange.respond(Response.text(
                exchange.request().scheme() + " " + exchange.request().remoteAddress()));
    }

    private static TestServer serve(Listener listener, UnaryOperator<EngineOptions> options) throws IOException {
        return TestServer.http(
                any -> options.apply(EngineOptions.of(listener)
                        .tls(TlsFixture.tls(TlsFixture.localhost()))
                        .proxies(peer -> true)),
                ProxyListenerTest::answer);
    }

    private static TestServer serve() throws IOException {
        return serve(PROXIED, UnaryOperator.identity());
    }

    private static void assertAnswer(String expected, RawSocket raw) throws IOException {
        StringBuilder answer = new StringBuilder();
        raw.readUntilEnd(answer);
        assertTrue(answer.toString().endsWith(expected), answer::toString);
    }

    @Test
    void givesRequestsTheAddressOfTheClient() throws Exception {
        try (TestServer server = serve();
                RawSocket raw = new RawSocket(server.port())) {
            raw.write(HEADER + "GET / HTTP/1.1\r\nHost: a\r\n\r\n" + LAST);
            raw.readHead();
            assertEquals("http /203.0.113.7:4096", new String(raw.readFully(22)));
            assertAnswer("http /203.0.113.7:4096", raw);
        }
    }

    @Test
    void readsHeaderThatArrivesInParts() throws Exception {
        try (TestServer server = serve();
                RawSocket raw = new RawSocket(server.port())) {
            raw.trickle((HEADER + LAST).getBytes());
            assertAnswer("http /203.0.113.7:4096", raw);
        }
    }

    @Test
    void readsBinaryHeaderOfClientThatUsesTls() throws Exception {
        try (TestServer server = serve();
                RawSocket raw = new RawSocket(server.port())) {
            raw.write(ProxyHeaderTest.binary(
                            0x21, 0x11, "\u00cb\0q\u0007\u007f\0\0\u0001\u0010\0\0P \0\u0005\u0001\0\0\0\0")
                    + LAST);
            assertAnswer("https /203.0.113.7:4096", raw);
        }
    }

    @Test
    void givesRequestsTheAddressOfTheProxyIfItNamesNoClient() throws Exception {
        try (TestServer server = serve();
                RawSocket raw = new RawSocket(server.port())) {
            raw.write("PROXY UNKNOWN\r\n" + LAST);
            StringBuilder answer = new StringBuilder();
            raw.readUntilEnd(answer);
            assertTrue(answer.toString().contains("http /127.0.0.1:"), answer::toString);
        }
    }

    @Test
    void readsTlsBehindHeader() throws Exception {
        try (TestServer server =
                        serve(Listener.parse("https://127.0.0.1:0?proxy-protocol=true"), UnaryOperator.identity());
                Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.getOutputStream().write(HEADER.getBytes());
            try (RawSocket raw = new RawSocket(TlsFixture.handshake(socket, "localhost", false, "http/1.1"))) {
                raw.write(LAST);
                assertAnswer("https /203.0.113.7:4096", raw);
            }
        }
    }

    @Test
    void readsHttp2BehindHeader() throws Exception {
        try (TestServer server = serve();
                Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.getOutputStream().write(HEADER.getBytes());
            try (Http2Socket http2 = new Http2Socket(new RawSocket(socket), new byte[0])) {
                http2.get(1, "/");
                assertEquals(
                        "http /203.0.113.7:4096",
                        new String(http2.await(Http2Socket.DATA).payload()));
            }
        }
    }

    @Test
    void readsHeaderOnUnixSocket() throws Exception {
        Path path = folder.resolve("s");
        try (TestServer server =
                        serve(Listener.parse("unix:" + path + "?proxy-protocol=true"), UnaryOperator.identity());
                UnixClient client = new UnixClient(path)) {
            String answer = client.write(HEADER + LAST).readUntilEnd();
            assertTrue(answer.endsWith("http /203.0.113.7:4096"), () -> answer + server);
        }
    }

    @Test
    void closesConnectionWithoutHeader() throws Exception {
        try (TestServer server = serve();
                RawSocket raw = new RawSocket(server.port())) {
            raw.write(LAST);
            raw.awaitEnd();
        }
    }

    @Test
    void closesConnectionWhoseHeaderIsLate() throws Exception {
        try (TestServer server = serve(PROXIED, options -> options.headTimeout(Duration.ofMillis(200)));
                RawSocket raw = new RawSocket(server.port())) {
            raw.write("PROXY TC");
            raw.awaitEnd();
        }
    }

    @Test
    void closesConnectionOfPeerThatIsNoProxy() throws Exception {
        try (TestServer server = serve(PROXIED, options -> options.proxies(peer -> false));
                RawSocket raw = new RawSocket(server.port())) {
            raw.write(HEADER + LAST);
            raw.awaitEnd();
        }
    }

    @Test
    void refusesHeaderOnListenerThatExpectsNone() throws Exception {
        try (TestServer server = serve(Listener.http("127.0.0.1", 0), UnaryOperator.identity());
                RawSocket raw = new RawSocket(server.port())) {
            raw.write(HEADER + LAST);
            assertTrue(raw.readHead().startsWith("HTTP/1.1 400 "));
        }
    }

    @Test
    void countsConnectionsOfClientsAndNotOfTheProxy() throws Exception {
        try (TestServer server = serve(PROXIED, options -> options.maxConnectionsPerAddress(1));
                RawSocket first = new RawSocket(server.port());
                RawSocket second = new RawSocket(server.port());
                RawSocket other = new RawSocket(server.port())) {
            first.write(HEADER + "GET / HTTP/1.1\r\nHost: a\r\n\r\n");
            first.readHead();
            second.write(HEADER + LAST);
            StringBuilder answer = new StringBuilder();
            second.readUntilEnd(answer);
            assertTrue(answer.toString().startsWith("HTTP/1.1 503 "), answer::toString);
            other.write("PROXY TCP4 203.0.113.8 127.0.0.1 1 80\r\n" + LAST);
            assertAnswer(
                    "http /"
                            + new InetSocketAddress("203.0.113.8", 1)
                                    .getAddress()
                                    .getHostAddress() + ":1",
                    other);
        }
    }
}

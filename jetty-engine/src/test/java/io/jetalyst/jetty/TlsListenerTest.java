package io.jetalyst.jetty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.engine.EngineOptions;
import io.jetalyst.engine.Exchange;
import io.jetalyst.engine.Listener;
import io.jetalyst.engine.Tls;
import io.jetalyst.engine.Tls.ClientCertificates;
import io.jetalyst.http.Response;
import io.jetalyst.testkit.RawSocket;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A listener for HTTPS: certificates, protocols, and clients that do not do as they should. */
@Timeout(60)
class TlsListenerTest {
    private static final String GET = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n";

    private static void answer(Exchange exchange) {
        List<X509Certificate> client = exchange.request().clientCertificates();
        exchange.respond(Response.text(
                exchange.request().scheme() + " " + exchange.request().protocol()
                        + (client.isEmpty()
                                ? ""
                                : " " + client.get(0).getSubjectX500Principal().getName())));
    }

    private static TestServer serve(Tls tls) throws IOException {
        return TestServer.http(any -> TlsFixture.options(tls), TlsListenerTest::answer);
    }

    @ParameterizedTest
    @EnumSource(Version.class)
    void servesBothVersionsOfHttp(Version version) throws Exception {
        try (TestServer server = serve(TlsFixture.tls(TlsFixture.localhost()))) {
            HttpClient client = HttpClient.newBuilder()
                    .sslContext(TlsFixture.client(false))
                    .version(version)
                    .build();
            HttpResponse<String> response = client.send(
                    HttpRequest.newBuilder(URI.create("https://localhost:" + server.port() + "/"))
                            .build(),
                    BodyHandlers.ofString());
            assertEquals(version == Version.HTTP_2 ? "https HTTP/2.0" : "https HTTP/1.1", response.body());
            assertEquals(version, response.version());
        }
    }

    @Test
    void servesClientThatChoosesNoProtocol() throws Exception {
        try (TestServer server = serve(TlsFixture.tls(TlsFixture.localhost()));
                RawSocket raw = new RawSocket(TlsFixture.connect(server.port(), null))) {
            raw.write(GET);
            assertTrue(raw.readHead().startsWith("HTTP/1.1 200 "));
        }
    }

    @Test
    void presentsCertificateOfHostAndFirstOneForOtherHosts() throws Exception {
        try (TestServer server = serve(TlsFixture.tls(TlsFixture.localhost(), TlsFixture.shop()))) {
            X509Certificate localhost = TlsFixture.certificate("rsa");
            X509Certificate shop = TlsFixture.certificate("ec");
            assertEquals(shop, TlsFixture.presented(server.port(), "shop.example"));
            assertEquals(shop, TlsFixture.presented(server.port(), "www.shop.example"));
            assertEquals(localhost, TlsFixture.presented(server.port(), "localhost"));
        }
    }

    @Test
    void usesRenewedCertificateAndKeepsOpenConnections() throws Exception {
        try (TestServer server = serve(TlsFixture.tls(TlsFixture.localhost()));
                RawSocket raw = TlsFixture.raw(server.port())) {
            raw.write(GET);
            raw.readHead();
            raw.readFully("https HTTP/1.1".length());
            server.engine().renew(TlsFixture.tls(TlsFixture.renewed()));
            assertEquals(TlsFixture.certificate("renewed"), TlsFixture.presented(server.port(), "localhost"));
            raw.write(GET);
            assertTrue(raw.readHead().startsWith("HTTP/1.1 200 "), "the connection goes on");
        }
    }

    @Test
    void servesClientWithCertificateAndWithoutOne() throws Exception {
        try (TestServer server = serve(TlsFixture.withClients(ClientCertificates.WANT))) {
            assertEquals("https HTTP/1.1", body(server, false));
            assertEquals("https HTTP/1.1 CN=ada", body(server, true));
        }
    }

    @Test
    void refusesClientWithoutCertificate() throws Exception {
        try (TestServer server = serve(TlsFixture.withClients(ClientCertificates.NEED))) {
            assertThrows(IOException.class, () -> body(server, false));
            assertEquals("https HTTP/1.1 CN=ada", body(server, true));
        }
    }

    private static String body(TestServer server, boolean withCertificate) throws IOException {
        SSLSocket socket =
                TlsFixture.handshake(new Socket("127.0.0.1", server.port()), "localhost", withCertificate, "http/1.1");
        try (RawSocket raw = new RawSocket(socket)) {
            raw.write("GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
            raw.readHead();
            StringBuilder body = new StringBuilder();
            raw.readUntilEnd(body);
            return body.toString();
        }
    }

    @Test
    void refusesOldVersionsAndWeakCiphers() throws Exception {
        try (TestServer server = serve(TlsFixture.tls(TlsFixture.localhost()));
                SSLSocket socket = (SSLSocket)
                        TlsFixture.client(false).getSocketFactory().createSocket("127.0.0.1", server.port())) {
            socket.setEnabledProtocols(new String[] {"TLSv1.2"});
            socket.setEnabledCipherSuites(new String[] {"TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256"});
            assertInstanceOf(SSLException.class, assertThrows(IOException.class, socket::startHandshake));
        }
    }

    @Test
    void closesConnectionThatIsNotEncrypted() throws Exception {
        try (TestServer server = serve(TlsFixture.tls(TlsFixture.localhost()));
                RawSocket raw = new RawSocket(server.port())) {
            raw.write(GET);
            raw.awaitEnd();
            assertEquals("https HTTP/1.1", body(server, false));
        }
    }

    @Test
    void closesConnectionWhoseHandshakeIsLate() throws Exception {
        try (TestServer server = TestServer.http(
                        any -> TlsFixture.options(TlsFixture.tls(TlsFixture.localhost()))
                                .headTimeout(Duration.ofMillis(300)),
                        TlsListenerTest::answer);
                RawSocket raw = new RawSocket(server.port())) {
            raw.write(new byte[] {22, 3, 1, 1});
            raw.awaitEnd();
        }
    }

    @Test
    void answersLateHeadWith408() throws Exception {
        try (TestServer server = TestServer.http(
                        any -> TlsFixture.options(TlsFixture.tls(TlsFixture.localhost()))
                                .headTimeout(Duration.ofSeconds(3)),
                        TlsListenerTest::answer);
                RawSocket raw = TlsFixture.raw(server.port())) {
            raw.write("GET / HT");
            assertTrue(raw.readHead().startsWith("HTTP/1.1 408 "));
        }
    }

    @Test
    void opensWebSocket() throws Exception {
        try (TestServer server = TestServer.sockets(
                        any -> TlsFixture.options(TlsFixture.tls(TlsFixture.localhost())),
                        handshake -> handshake.onText((session, text) -> session.send("echo " + text)));
                RawSocket raw = TlsFixture.raw(server.port()).shake("/any")) {
            raw.frame(RawSocket.FIN | RawSocket.TEXT, (byte) 'a');
            assertEquals("echo a", raw.read().text());
        }
    }

    @Test
    void stopsWhileConnectionsAreOpen() throws Exception {
        TestServer server = TestServer.http(
                options -> EngineOptions.of(Listener.http("127.0.0.1", 0), Listener.https("127.0.0.1", 0))
                        .tls(TlsFixture.tls(TlsFixture.localhost())),
                TlsListenerTest::answer);
        int secure = ((Listener.Tcp) server.engine().listeners().get(1).address()).port();
        try (RawSocket raw = TlsFixture.raw(secure)) {
            raw.write(GET);
            raw.readHead();
            raw.readFully("https HTTP/1.1".length());
            server.close();
            raw.awaitEnd();
        }
    }
}

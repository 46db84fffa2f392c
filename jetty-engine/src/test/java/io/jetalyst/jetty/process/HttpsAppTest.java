package io.jetalyst.jetty.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.App;
import io.jetalyst.RunningApp;
import io.jetalyst.counterpart.Counterparts;
import io.jetalyst.engine.Listener;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An application on a port, a port for HTTPS and a UNIX socket, and the clients that operators use. */
@Timeout(60)
class HttpsAppTest {
    private static final String TLS = "src/test/resources/tls/";

    @TempDir
    Path folder;

    private Path socket;
    private RunningApp app;

    @BeforeEach
    void start() {
        socket = folder.resolve("s");
        app = App.builder()
                .args(
                        "--listen=http://127.0.0.1:0, https://127.0.0.1:0, unix:" + socket,
                        "--server.tls.certificate=" + TLS + "rsa.pem, " + TLS + "ec.pem",
                        "--server.tls.key=" + TLS + "rsa.key, " + TLS + "ec.key",
                        "--https-only=1d")
                .mount(new PeerTable())
                .build()
                .start();
    }

    @AfterEach
    void stop() {
        app.close();
    }

    private int securePort() {
        return ((Listener.Tcp) app.listeners().get(1).address()).port();
    }

    private String curl(String... arguments) throws Exception {
        String[] command = new String[arguments.length + 4];
        command[0] = "curl";
        command[1] = "-si";
        command[2] = "--cacert";
        command[3] = TLS + "rsa.pem";
        System.arraycopy(arguments, 0, command, 4, arguments.length);
        return Counterparts.run(command);
    }

    @Test
    void redirectsToHttpsAndServesThere() throws Exception {
        String plain = "http://localhost:" + app.port() + "/peer?a=b";
        String secure = "https://localhost:" + securePort() + "/peer?a=b";
        String redirection = curl(plain);
        assertTrue(redirection.startsWith("HTTP/1.1 308 "), redirection);
        assertTrue(redirection.contains("Location: " + secure + "\r\n"), redirection);
        String followed = curl("-L", "--http2", plain);
        assertTrue(followed.contains("HTTP/2 200"), followed);
        assertTrue(followed.toLowerCase(Locale.ROOT).contains("strict-transport-security: max-age=86400"), followed);
        assertTrue(followed.endsWith("https://localhost:" + securePort() + " 127.0.0.1"), followed);
        String http1 = curl("--http1.1", secure);
        assertTrue(http1.startsWith("HTTP/1.1 200 "), http1);
    }

    @Test
    void servesClientsOfUnixSocketWithoutRedirection() throws Exception {
        String answer = curl("--unix-socket", socket.toString(), "http://localhost/peer");
        assertTrue(answer.startsWith("HTTP/1.1 200 "), answer);
        assertTrue(answer.endsWith("http://localhost unix"), answer);
        String http2 = curl("--http2-prior-knowledge", "--unix-socket", socket.toString(), "http://localhost/peer");
        assertTrue(http2.startsWith("HTTP/2 200"), http2);
    }

    @Test
    void ignoresUpgradeToHttp2() throws Exception {
        String answer = curl("--http2", "--unix-socket", socket.toString(), "http://localhost/peer");
        assertTrue(answer.startsWith("HTTP/1.1 200 "), answer);
    }

    @Test
    void agreesWithOpensslOnProtocolsAndCertificates() throws Exception {
        String address = "127.0.0.1:" + securePort();
        String modern = Counterparts.run(
                "openssl", "s_client", "-connect", address, "-servername", "www.shop.example", "-alpn", "h2,http/1.1");
        assertTrue(modern.contains("ALPN protocol: h2"), modern);
        assertTrue(modern.contains("TLSv1.3"), modern);
        assertTrue(modern.contains("CN = shop.example") || modern.contains("CN=shop.example"), modern);
        String second = Counterparts.run("openssl", "s_client", "-connect", address, "-tls1_2", "-noservername");
        assertTrue(second.contains("ECDHE-"), second);
        assertTrue(second.contains("CN = localhost") || second.contains("CN=localhost"), second);
        String weak = Counterparts.run("openssl", "s_client", "-connect", address, "-tls1_2", "-cipher", "AES128-SHA");
        assertFalse(weak.contains("Cipher    : AES128-SHA"), weak);
        assertEquals(3, app.listeners().size());
    }
}

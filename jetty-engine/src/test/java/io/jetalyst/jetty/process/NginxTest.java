package io.jetalyst.jetty.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.App;
import io.jetalyst.RunningApp;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The configuration of the page about nginx, with HTTP/2 and WebSockets to the client and a UNIX socket to the server. */
@Timeout(90)
class NginxTest {
    private static final Path TLS = Path.of("src/test/resources/tls").toAbsolutePath();

    @TempDir
    Path folder;

    @Test
    void forwardsPagesAndWebSocketsWithAddressOfClient() throws Exception {
        Path nginx = Counterparts.find("nginx");
        Path socket = folder.resolve("s");
        try (RunningApp app = App.builder()
                .args("--listen=unix:" + socket + "?mode=666", "--server.forwarded=x-forwarded")
                .mount(new PeerTable())
                .build()
                .start()) {
            int port = freePort();
            Process proxy = new ProcessBuilder(
                            nginx.toString(),
                            "-e",
                            folder.resolve("start.log").toString(),
                            "-c",
                            configuration(port, socket).toString())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("nginx.log").toFile())
                    .start();
            try {
                awaitListening(proxy, port);
                assertForwards(port);
            } finally {
                proxy.destroy();
                assertTrue(proxy.waitFor(20, TimeUnit.SECONDS), app::toString);
            }
        }
    }

    private void assertForwards(int port) throws Exception {
        HttpClient client = HttpClient.newBuilder().sslContext(trusting()).build();
        HttpResponse<String> page = client.send(
                HttpRequest.newBuilder(URI.create("https://localhost:" + port + "/peer"))
                        .build(),
                BodyHandlers.ofString());
        assertEquals("https://localhost:" + port + " 127.0.0.1", page.body());
        assertEquals(HttpClient.Version.HTTP_2, page.version());
        CompletableFuture<String> message = new CompletableFuture<>();
        client.newWebSocketBuilder()
                .buildAsync(URI.create("wss://localhost:" + port + "/peer"), new FirstMessage(message))
                .get(20, TimeUnit.SECONDS)
                .sendClose(1000, "");
        assertEquals("https://localhost:" + port + " 127.0.0.1", message.get(20, TimeUnit.SECONDS));
    }

    private record FirstMessage(CompletableFuture<String> message) implements WebSocket.Listener {
        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
            message.complete(text.toString());
            return WebSocket.Listener.super.onText(socket, text, last);
        }
    }

    /** The block of the page, with the addresses and certificates of this test. */
    private Path configuration(int port, Path socket) throws IOException {
        String page = Files.readString(Path.of("../docs/operations/nginx.md"));
        int start = page.indexOf("upstream shop {");
        String block = page.substring(start, page.indexOf("```", start))
                .replace("/run/shop/shop.sock", socket.toString())
                .replace(
                        "listen 443 ssl http2;",
                        "listen 127.0.0.1:" + port + " ssl http2;\n    ssl_certificate " + TLS.resolve("rsa.pem")
                                + ";\n    ssl_certificate_key " + TLS.resolve("rsa.key") + ";")
                .replace("server_name shop.example;", "server_name localhost;");
        String paths = "";
        for (String kind : new String[] {"client_body", "proxy", "fastcgi", "uwsgi", "scgi"}) {
            paths += kind + "_temp_path " + folder.resolve(kind) + ";\n";
        }
        return Files.writeString(
                folder.resolve("nginx.conf"),
                (System.getProperty("user.name").equals("root") ? "user root;\n" : "") + "daemon off;\npid "
                        + folder.resolve("pid") + ";\nerror_log " + folder.resolve("error.log")
                        + ";\nevents {}\nhttp {\naccess_log off;\n" + paths + block + "}\n");
    }

    private static int freePort() throws IOException {
        try (ServerSocket any = new ServerSocket(0)) {
            return any.getLocalPort();
        }
    }

    private void awaitListening(Process proxy, int port) throws Exception {
        while (true) {
            try {
                new Socket("127.0.0.1", port).close();
                return;
            } catch (IOException notYet) {
                if (!proxy.isAlive()) {
                    throw new AssertionError(Files.readString(folder.resolve("nginx.log")), notYet);
                }
            }
        }
    }

    private static SSLContext trusting() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        try (var in = Files.newInputStream(TLS.resolve("rsa.pem"))) {
            store.setCertificateEntry(
                    "nginx", CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}

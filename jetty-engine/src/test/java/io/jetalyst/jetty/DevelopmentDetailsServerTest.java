package io.jetalyst.jetty;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jetalyst.App;
import io.jetalyst.RunningApp;
import io.jetalyst.filter.Context;
import io.jetalyst.health.Health;
import io.jetalyst.health.HealthCheck;
import io.jetalyst.http.Result;
import io.jetalyst.route.Route;
import io.jetalyst.testkit.RawSocket;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The details of failures that an application in dev mode sends to clients of its own machine only. */
@Timeout(60)
class DevelopmentDetailsServerTest {
    private static final String SECRET = "password=hunter2";

    @TempDir
    private Path folder;

    private RunningApp app;

    private void start(String... settings) {
        app = App.builder()
                .args("--mode=dev", "--server.hosts=*")
                .args(settings)
                .bind(HealthCheck.class, new Database())
                .mount(new Table())
                .build()
                .start();
    }

    @AfterEach
    void stop() {
        if (app != null) {
            app.close();
        }
    }

    private static String request(String path, String fields) {
        return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + fields + "\r\n";
    }

    private String get(String path, String fields) throws IOException {
        try (RawSocket raw = new RawSocket(app.port())) {
            raw.write(request(path, fields));
            StringBuilder all = new StringBuilder();
            raw.readUntilEnd(all);
            return all.toString();
        }
    }

    private static void assertDetails(boolean shown, String path, String answer) {
        String status = path.equals("/fails") ? "500" : "503";
        assertEquals(status, answer.substring(9, 12), answer);
        assertEquals(shown, answer.contains(SECRET), answer);
    }

    @ParameterizedTest
    @CsvSource({
        "/fails, '', true",
        "/fails, 127.0.0.1, true",
        "/fails, 203.0.113.7, false",
        "/fails, '127.0.0.1, 203.0.113.7', false",
        "/health/ready, '', true",
        "/health/ready, 203.0.113.7, false",
    })
    void showsDetailsToTheClientOfTheProxyIfItIsLocal(String path, String client, boolean shown) throws IOException {
        start("--port=0", "--server.forwarded=x-forwarded");
        assertDetails(shown, path, get(path, client.isEmpty() ? "" : "X-Forwarded-For: " + client + "\r\n"));
    }

    /** A proxy of this machine has sent the request, and the address is that of the proxy. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Forwarded-For: 203.0.113.7",
                "X-Forwarded-For: 127.0.0.1",
                "X-Forwarded-Proto: https",
                "Forwarded: for=203.0.113.7",
                "forwarded: proto=https",
                "X-Real-IP: 203.0.113.7",
                "Via: 1.1 proxy",
            })
    void hidesDetailsFromClientsOfProxyThatIsNotTrusted(String field) throws IOException {
        start("--port=0");
        assertDetails(false, "/fails", get("/fails", field + "\r\n"));
        assertDetails(false, "/health/ready", get("/health/ready", field + "\r\n"));
    }

    @ParameterizedTest
    @CsvSource({
        "x-forwarded, X-Forwarded-Proto: https",
        "x-forwarded, X-Forwarded-For: unknown",
        "x-forwarded, X-Forwarded-For: '127.0.0.1, unknown'",
        "x-forwarded, X-Forwarded-Host: localhost",
        "x-forwarded, Forwarded: for=127.0.0.1",
        "forwarded, Forwarded: for=_hidden;proto=https",
        "forwarded, Forwarded: proto=https",
        "forwarded, X-Forwarded-For: 127.0.0.1",
        "forwarded, Via: 1.1 proxy",
    })
    void hidesDetailsFromClientsThatTheProxyDoesNotName(String forwarded, String field) throws IOException {
        start("--port=0", "--server.forwarded=" + forwarded);
        assertDetails(false, "/fails", get("/fails", field + "\r\n"));
        assertDetails(false, "/health/ready", get("/health/ready", field + "\r\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/fails", "/health/ready"})
    void showsDetailsToClientsOfUnixSocket(String path) throws IOException {
        Path socket = folder.resolve("s");
        start("--listen=unix:" + socket, "--server.forwarded=forwarded");
        try (UnixClient client = new UnixClient(socket)) {
            assertDetails(true, path, client.write(request(path, "")).readUntilEnd());
        }
        try (UnixClient client = new UnixClient(socket)) {
            String named = request(path, "Via: 1.1 proxy\r\nForwarded: for=127.0.0.1\r\n");
            assertDetails(true, path, client.write(named).readUntilEnd());
        }
        try (UnixClient client = new UnixClient(socket)) {
            String unnamed = request(path, "Forwarded: proto=https\r\n");
            assertDetails(false, path, client.write(unnamed).readUntilEnd());
        }
    }

    /** The client names this machine in Host, but its own address is another one. */
    @ParameterizedTest
    @ValueSource(strings = {"/fails", "/health/ready"})
    void hidesDetailsFromClientsOfOtherAddresses(String path) throws IOException {
        Optional<InetAddress> address = otherAddress();
        assumeTrue(address.isPresent(), "this machine has the loopback address only");
        start("--listen=http://0.0.0.0:0");
        try (Socket socket = new Socket(address.orElseThrow(), app.port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request(path, "").getBytes(ISO_8859_1));
            String answer = new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
            assertTrue(answer.startsWith("HTTP/1.1 50"), answer);
            assertDetails(false, path, answer);
        }
    }

    private static Optional<InetAddress> otherAddress() throws IOException {
        return Collections.list(NetworkInterface.getNetworkInterfaces()).stream()
                .flatMap(device -> Collections.list(device.getInetAddresses()).stream())
                .filter(address -> address.getAddress().length == 4 && !address.isLoopbackAddress())
                .findFirst();
    }

    private static final class Database implements HealthCheck {
        @Override
        public String name() {
            return "database";
        }

        @Override
        public Health check() {
            return Health.down(SECRET);
        }
    }

    private static final class Table implements TestTable {
        @Override
        public List<Route> routes() {
            return List.of(Route.get("/fails", "Test.fails"));
        }

        @Override
        public Result call(int route, Context context) {
            throw new IllegalStateException(SECRET);
        }
    }
}

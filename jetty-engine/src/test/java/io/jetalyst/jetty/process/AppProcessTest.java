package io.jetalyst.jetty.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jetalyst.counterpart.Counterparts;
import io.jetalyst.testkit.RawSocket;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An application as its operator meets it: a process with output, signals and an exit code. */
@Timeout(60)
class AppProcessTest {
    private final List<AppProcess> processes = new ArrayList<>();

    @TempDir
    private Path folder;

    @AfterEach
    void endWhatIsLeft() {
        processes.forEach(AppProcess::close);
    }

    @Test
    void servesUntilSigtermThenClosesItsSocketsAndExitsWithZero() throws Exception {
        AppProcess app = start(HelloMain.class, "--port=0");
        URI uri = app.listening();
        HttpClient client = HttpClient.newHttpClient();
        CompletableFuture<Integer> closed = new CompletableFuture<>();
        client.newWebSocketBuilder()
                .buildAsync(URI.create(uri.toString().replace("http:", "ws:") + "/hello"), new CloseListener(closed))
                .get(10, TimeUnit.SECONDS);

        String page = client.send(HttpRequest.newBuilder(uri.resolve("/hello")).build(), BodyHandlers.ofString())
                .body();
        app.terminate();

        assertEquals("hello", page);
        assertEquals(1012, closed.get(10, TimeUnit.SECONDS));
        assertEquals(0, app.exitCode(20));
    }

    @Test
    void aSecondSigtermEndsTheWaitForClients() throws Exception {
        AppProcess app = start(HelloMain.class, "--port=0", "--server.stop-timeout=60m");
        int port = app.listening().getPort();
        try (RawSocket silent = RawSocket.open(port, "/hello");
                RawSocket held = new RawSocket(port)) {
            held.write("GET /held HTTP/1.1\r\nHost: localhost\r\n\r\n");
            app.terminate();
            assertEquals(1012, silent.readClose());

            app.terminate();

            assertEquals(0, app.exitCode(30));
        }
    }

    @Test
    void sigquitDumpsThreadsWhileItStops() throws Exception {
        AppProcess app = start(HelloMain.class, "--port=0", "--server.stop-timeout=60m");
        try (RawSocket silent = RawSocket.open(app.listening().getPort(), "/hello")) {
            app.signal("TERM"); // and not terminate(), which closes the output of the process
            assertEquals(1012, silent.readClose());

            app.signal("QUIT");

            String line = app.line();
            while (!line.startsWith("Full thread dump")) {
                assertNotEquals("null", line);
                line = app.line();
            }
            silent.closeFrame(1012);
            assertEquals(0, app.exitCode(30));
        }
    }

    @Test
    void inDevModeItPrintsItsRoutes() throws Exception {
        AppProcess app = start(HelloMain.class, "--port=0", "--mode=dev");
        app.listening();

        assertEquals("GET /held Hello.held", app.line().strip().replaceAll(" +", " "));
        assertEquals("GET /hello Hello.page", app.line().strip().replaceAll(" +", " "));
        assertEquals("WEBSOCKET /hello Hello.socket", app.line().strip().replaceAll(" +", " "));
    }

    @Test
    void aTakenPortIsOneSentenceAndExitCodeOne() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            AppProcess app = start(HelloMain.class, "--port=" + taken.getLocalPort());

            assertEquals(1, app.exitCode(30));
            assertEquals(
                    "Port " + taken.getLocalPort()
                            + " of 127.0.0.1 is in use. Stop what listens there, or choose another port: --port="
                            + (taken.getLocalPort() < 65_535 ? taken.getLocalPort() + 1 : 8080) + ".",
                    app.errors());
        }
    }

    @Test
    void namesTheSettingThatHasTheTakenPort() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            AppProcess app = start(HelloMain.class, "--server.listen=http://127.0.0.1:" + taken.getLocalPort());

            assertEquals(1, app.exitCode(30));
            assertEquals(
                    "Port " + taken.getLocalPort()
                            + " of 127.0.0.1 is in use. Stop what listens there, or choose another port in server.listen.",
                    app.errors());
        }
    }

    @Test
    void listensOnUnixSocketAndRemovesIt() throws Exception {
        Path socket = folder.resolve("app.sock");
        AppProcess app = start(HelloMain.class, "--listen=unix:" + socket);
        assertTrue(app.line().startsWith("Listening on unix:" + socket + " (started in "));
        AppProcess second = start(HelloMain.class, "--listen=unix:" + socket);
        assertEquals(1, second.exitCode(30));
        assertEquals(
                "A process listens on the socket " + socket
                        + ". Stop that process, or choose another path in server.listen.",
                second.errors());
        app.terminate();
        assertEquals(0, app.exitCode(20));
        assertFalse(Files.exists(socket));
    }

    @Test
    void refusesAddressItCannotListenOnWithOneSentence() throws Exception {
        Path missing = folder.resolve("missing");
        assertRefused(
                "There is no directory " + missing
                        + ". Create it (systemd: RuntimeDirectory=), or choose another path in server.listen.",
                "--listen=unix:" + missing.resolve("app.sock"));
        Path file = Files.writeString(folder.resolve("file"), "precious");
        assertRefused(
                "The file " + file
                        + " is no socket, so it is not replaced. Remove it, or choose another path in server.listen.",
                "--listen=unix:" + file);
        assertEquals("precious", Files.readString(file));
        assertRefused(
                "There is no group no-such-group for the socket " + folder.resolve("s")
                        + ". Create it, or name another group in server.listen.",
                "--listen=unix:" + folder.resolve("s") + "?group=no-such-group");
        assertRefused(
                "Cannot listen on port 0 of 192.0.2.1: Cannot assign requested address. Name an address of this machine.",
                "--listen=http://192.0.2.1:0");
        assertRefused(
                "server.tls.key: the key in src/test/resources/tls/ec.key does not belong to the first certificate in"
                        + " src/test/resources/tls/rsa.pem. Name the key of that certificate, or put the certificate of the server"
                        + " first.",
                "--listen=https://127.0.0.1:0",
                "--server.tls.certificate=src/test/resources/tls/rsa.pem",
                "--server.tls.key=src/test/resources/tls/ec.key");
    }

    @Test
    void refusesPortThatNeedsRight() throws Exception {
        Path first = Path.of("/proc/sys/net/ipv4/ip_unprivileged_port_start");
        assumeTrue(
                Files.exists(first) && Integer.parseInt(Files.readString(first).strip()) > 81);
        AppProcess app = startWithout("net_bind_service", "--port=81");
        assertEquals(1, app.exitCode(30));
        assertEquals(
                "This process may not listen on port 81 of 127.0.0.1. Choose a port from 1024 on, or give the process the"
                        + " capability CAP_NET_BIND_SERVICE (systemd: AmbientCapabilities=CAP_NET_BIND_SERVICE).",
                app.errors());
    }

    @Test
    void refusesKeyThatItMayNotRead() throws Exception {
        Path key = Files.copy(Path.of("src/test/resources/tls/rsa.key"), folder.resolve("rsa.key"));
        Files.setPosixFilePermissions(key, Set.of());
        AppProcess app = startWithout(
                "dac_override",
                "--listen=https://127.0.0.1:0",
                "--server.tls.certificate=src/test/resources/tls/rsa.pem",
                "--server.tls.key=" + key);
        assertEquals(1, app.exitCode(30));
        assertEquals(
                "server.tls.key: this process may not read " + key + ". Let its user or its group read the file.",
                app.errors());
    }

    /** Starts it without a capability that root has. */
    private AppProcess startWithout(String capability, String... args) throws IOException {
        String without = "=-" + capability + (capability.equals("dac_override") ? ",-dac_read_search" : "");
        List<String> before = System.getProperty("user.name").equals("root")
                ? List.of(Counterparts.find("setpriv").toString(), "--bounding-set" + without, "--inh-caps" + without)
                : List.of();
        AppProcess process = AppProcess.start(folder, before, List.of(), HelloMain.class, args);
        processes.add(process);
        return process;
    }

    private void assertRefused(String sentence, String... args) throws Exception {
        AppProcess app = start(HelloMain.class, args);
        assertEquals(1, app.exitCode(30));
        assertEquals(sentence, app.errors());
    }

    @Test
    void anUnknownSettingIsOneSentenceAndExitCodeOne() throws Exception {
        AppProcess app = start(HelloMain.class, "--prot=8081");

        assertEquals(1, app.exitCode(30));
        assertEquals("There is no setting server.prot (--prot). Did you mean server.port?", app.errors());
    }

    @Test
    void withoutATableItRefusesToStartAndShowsWhatToPaste() throws Exception {
        AppProcess app = start(HelloMain.Bare.class, "--port=0");

        assertEquals(1, app.exitCode(30));
        assertTrue(app.errors().contains("<artifactId>jetalyst-processor</artifactId>"));
    }

    private AppProcess start(Class<?> main, String... args) throws IOException {
        AppProcess process = AppProcess.start(folder, List.of(), main, args);
        processes.add(process);
        return process;
    }

    private record CloseListener(CompletableFuture<Integer> closed) implements WebSocket.Listener {
        @Override
        public CompletionStage<?> onClose(WebSocket webSocket, int code, String reason) {
            closed.complete(code);
            return null;
        }
    }
}

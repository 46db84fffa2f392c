package io.jetalyst.jetty.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jetalyst.counterpart.Counterparts;
import io.jetalyst.testkit.RawSocket;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Sockets that a parent process has opened, as systemd passes them. */
@Timeout(60)
class ActivationTest {
    private static final String GET = "GET /hello HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
    private static final boolean HAS_FOREIGN_FUNCTIONS = Runtime.version().feature() >= 22;

    private final List<AppProcess> processes = new ArrayList<>();

    @TempDir
    private Path folder;

    @AfterEach
    void endAll() {
        processes.forEach(AppProcess::close);
    }

    /** @param sockets options of the parent, and what follows are the arguments of the application */
    private AppProcess start(List<String> sockets, String... arguments) throws IOException {
        AppProcess app = AppProcess.start(
                folder,
                Map.of(),
                ActivationParent.command(sockets),
                List.of("--enable-native-access=ALL-UNNAMED"),
                HelloMain.class,
                arguments);
        processes.add(app);
        return app;
    }

    private static int port(AppProcess app) throws IOException {
        String line = app.line();
        assertTrue(line.startsWith("port "), () -> line + app.errors());
        return Integer.parseInt(line.substring("port ".length()));
    }

    private static String get(SocketChannel channel) throws IOException {
        try (channel) {
            channel.write(ByteBuffer.wrap(GET.getBytes(StandardCharsets.US_ASCII)));
            StringBuilder answer = new StringBuilder();
            ByteBuffer buffer = ByteBuffer.allocate(4096);
            while (channel.read(buffer) >= 0) {
                answer.append(StandardCharsets.US_ASCII.decode(buffer.flip()));
                buffer.clear();
            }
            return answer.toString();
        }
    }

    private static void assertAnswers(SocketChannel channel) throws IOException {
        String answer = get(channel);
        assertTrue(answer.startsWith("HTTP/1.1 200 ") && answer.endsWith("hello"), answer);
    }

    private static SocketChannel connect(String host, int port) throws IOException {
        return SocketChannel.open(new InetSocketAddress(host, port));
    }

    @Test
    void acceptsOnTheStandardInputOnEveryJdk() throws Exception {
        AppProcess app = start(List.of("--stdin", "tcp:127.0.0.1"), "--server.listen=fd:0");
        int port = port(app);
        assertEquals(port, app.listening().getPort());

        assertAnswers(connect("127.0.0.1", port));

        app.terminate();
        assertEquals(0, app.exitCode(30));
        assertEquals("", app.errors());
    }

    @Test
    void servesHttpsOnTheStandardInput() throws Exception {
        String tls = "src/test/resources/tls/";
        AppProcess app = start(
                List.of("--stdin", "tcp:127.0.0.1"),
                "--server.listen=https+fd:0",
                "--server.tls.certificate=" + tls + "rsa.pem",
                "--server.tls.key=" + tls + "rsa.key");
        int port = port(app);
        assertTrue(app.line().startsWith("Listening on https://localhost:" + port + " "), app::errors);

        String answer = Counterparts.run(
                "curl", "-si", "--http2", "--cacert", tls + "rsa.pem", "https://localhost:" + port + "/hello");
        assertTrue(answer.startsWith("HTTP/2 200") && answer.endsWith("hello"), answer);
    }

    @Test
    void servesFastCgiOnTheStandardInput() throws Exception {
        AppProcess app = start(List.of("--stdin", "tcp:127.0.0.1"), "--server.listen=fcgi+fd:0");
        int port = port(app);
        assertTrue(app.line().startsWith("Listening on fcgi://127.0.0.1:" + port + " "), app::errors);
    }

    @Test
    void readsTheProxyHeaderOnTheStandardInput() throws Exception {
        AppProcess app = start(List.of("--stdin", "tcp:127.0.0.1"), "--server.listen=fd:0?proxy-protocol=true");
        int port = port(app);
        assertEquals(port, app.listening().getPort());

        SocketChannel balancer = connect("127.0.0.1", port);
        balancer.write(StandardCharsets.US_ASCII.encode("PROXY TCP4 192.0.2.7 127.0.0.1 4711 80\r\n"));
        assertAnswers(balancer);
        assertEquals("", get(connect("127.0.0.1", port)), "without the header");
    }

    @Test
    void acceptsOnAUnixSocketAtTheStandardInput() throws Exception {
        Path socket = folder.resolve("web.sock");
        AppProcess app = start(List.of("--stdin", "unix:" + socket), "--server.listen=fd:0");
        app.line();
        assertTrue(app.line().startsWith("Listening on unix:" + socket + " "), app::errors);

        assertAnswers(SocketChannel.open(UnixDomainSocketAddress.of(socket)));
    }

    @Test
    void acceptsOnAllSocketsThatAreReallyPassed() throws Exception {
        assumeTrue(HAS_FOREIGN_FUNCTIONS, "JDK 22 can adopt descriptors");
        Path socket = folder.resolve("web.sock");
        AppProcess app = start(List.of("tcp:127.0.0.1", "tcp6:::1", "unix:" + socket), "--port=1");
        int first = port(app);
        int second = port(app);
        app.line();
        assertTrue(
                app.line()
                        .startsWith("Listening on http://localhost:" + first + ", http://[0:0:0:0:0:0:0:1]:" + second),
                app::errors);

        for (int i = 0; i < 3; i++) {
            assertAnswers(connect("127.0.0.1", first));
            assertAnswers(connect("::1", second));
            assertAnswers(SocketChannel.open(UnixDomainSocketAddress.of(socket)));
        }

        try (RawSocket websocket = RawSocket.open(first, "/hello")) {
            app.terminate();
            assertEquals(1012, websocket.readClose());
        }
        assertEquals(0, app.exitCode(30));
        assertEquals("", app.errors());
    }

    @Test
    void selectsSocketsByTheirNames() throws Exception {
        assumeTrue(HAS_FOREIGN_FUNCTIONS, "JDK 22 can adopt descriptors");
        AppProcess app = start(
                List.of("--names", "web:admin", "tcp:127.0.0.1", "tcp:127.0.0.1"),
                "--server.listen=systemd:admin, systemd:web");
        int web = port(app);
        int admin = port(app);
        assertTrue(
                app.line().startsWith("Listening on http://localhost:" + admin + ", http://localhost:" + web),
                app::errors);
        assertAnswers(connect("127.0.0.1", web));
        assertAnswers(connect("127.0.0.1", admin));
    }

    @Test
    void saysWhichJdkUsesWhichDescriptor() throws Exception {
        assumeTrue(!HAS_FOREIGN_FUNCTIONS, "JDK 22 can adopt descriptors");
        AppProcess app = start(List.of("tcp:127.0.0.1"));
        assertEquals(1, app.exitCode(30));
        assertEquals(
                "systemd passes sockets, and JDK " + Runtime.version().feature()
                        + " can use only descriptor 0, not 3. Set StandardInput=socket in the service unit and"
                        + " server.listen=fd:0, or use JDK 22 or later.",
                app.errors());
    }

    @Test
    void rejectsASettingThatForgetsASocket() throws Exception {
        AppProcess app = start(List.of("tcp:127.0.0.1"), "--server.listen=http://127.0.0.1:0");
        assertEquals(1, app.exitCode(30));
        assertEquals(
                "systemd passes the descriptor 3, and server.listen (--server.listen) does not name it. Add systemd: to the"
                        + " setting, or remove the setting.",
                app.errors());
    }

    @Test
    void rejectsAStandardInputThatDoesNotListen() throws Exception {
        AppProcess app = AppProcess.start(folder, List.of(), HelloMain.class, "--server.listen=fd:0");
        processes.add(app);
        assertEquals(1, app.exitCode(30));
        assertEquals(
                "server.listen has \"fd:0\" (--server.listen), and descriptor 0 is not a socket that listens. Set"
                        + " StandardInput=socket in the service unit.",
                app.errors());
    }

    @Test
    void rejectsSocketsThatAreNotPassed() throws Exception {
        AppProcess app = AppProcess.start(folder, List.of(), HelloMain.class, "--server.listen=systemd:");
        processes.add(app);
        assertEquals(1, app.exitCode(30));
        assertEquals(
                "server.listen has \"systemd:\" (--server.listen), and the variable LISTEN_FDS is not set. Start the"
                        + " socket unit, not the service.",
                app.errors());
    }
}

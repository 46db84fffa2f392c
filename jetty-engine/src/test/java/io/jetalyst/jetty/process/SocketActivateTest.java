package io.jetalyst.jetty.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jetalyst.counterpart.Counterparts;
import io.jetalyst.testkit.RawSocket;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The program of systemd that opens a socket, and becomes the application with the first connection. */
@Timeout(120)
class SocketActivateTest {
    private static final String GET = "GET /hello HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";

    /** On a busy machine the application may need many seconds until it has started. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    private Path folder;

    /** The application has the socket as standard output, too, where it can write nothing. */
    @Test
    void answersTheFirstConnectionOnTheStandardInputOnEveryJdk() throws Exception {
        assertAnswers(List.of("--inetd"), "--server.listen=fd:0");
    }

    @Test
    void answersTheFirstConnectionOnTheDescriptorOfTheSocket() throws Exception {
        assumeTrue(Runtime.version().feature() >= 22, "JDK 22 can adopt descriptors");
        assertAnswers(List.of(), "--server.listen=systemd:");
    }

    private void assertAnswers(List<String> options, String listen) throws Exception {
        int port = FreePort.find();
        List<String> parent = new ArrayList<>(
                List.of(Counterparts.find("systemd-socket-activate").toString()));
        parent.addAll(options);
        parent.add("--listen=127.0.0.1:" + port);
        try (AppProcess app = AppProcess.start(
                folder, Map.of(), parent, List.of("--enable-native-access=ALL-UNNAMED"), HelloMain.class, listen)) {
            try (RawSocket first = connect(app, port)) {
                assertHello(first);
            }
            try (RawSocket second = new RawSocket(port)) {
                assertHello(second);
            }
            app.terminate();
            assertEquals(0, app.exitCode(30), app::errors);
        }
    }

    /** Connects as soon as the program listens. */
    private static RawSocket connect(AppProcess app, int port) throws IOException {
        while (true) {
            try {
                return new RawSocket(port, PATIENCE);
            } catch (ConnectException notYet) {
                assertTrue(app.isAlive(), app::errors);
            }
        }
    }

    private static void assertHello(RawSocket raw) throws IOException {
        raw.write(GET);
        StringBuilder answer = new StringBuilder();
        raw.readUntilEnd(answer);
        assertTrue(
                answer.toString().startsWith("HTTP/1.1 200 ")
                        && answer.toString().endsWith("hello"),
                answer::toString);
    }
}

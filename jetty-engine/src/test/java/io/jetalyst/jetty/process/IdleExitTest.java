package io.jetalyst.jetty.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.testkit.RawSocket;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A process that ends when nobody is connected, and that its parent starts again with the next connection. */
class IdleExitTest {
    private static final String GET = "GET /hello HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
    private static final int IDLE_MILLIS = 100;
    /** On a busy machine a process may need many seconds until it has started and answers. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    private Path folder;

    @Test
    @Timeout(180)
    void answersEveryRequestAroundItsExits() throws Exception {
        answerRequestsDuring(Integer.getInteger("jetalyst.idle-exits", 5));
    }

    /** With {@code -Djetalyst.idle-exits=1000} it takes about half an hour. */
    @Test
    @Tag("long")
    @Timeout(3600)
    void answersEveryRequestAroundManyExits() throws Exception {
        answerRequestsDuring(Integer.getInteger("jetalyst.idle-exits", 100));
    }

    /** The client waits about as long as the process waits before it exits, so its requests arrive shortly before, in and after that moment. */
    private void answerRequestsDuring(int exits) throws Exception {
        boolean stdin = Runtime.version().feature() < 22;
        try (AppProcess parent = AppProcess.start(
                folder,
                ActivationParent.restarting(stdin),
                List.of("--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1"),
                HelloMain.class,
                "--server.exit-on-idle=" + IDLE_MILLIS + "ms",
                stdin ? "--server.listen=fd:0" : "--server.listen=systemd:")) {
            int port = Integer.parseInt(parent.line().substring("port ".length()));
            int answers = 0;
            for (int ended = 0; ended < exits; ) {
                assertAnswers(port);
                answers++;
                LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(
                        ThreadLocalRandom.current().nextLong(1000L * (IDLE_MILLIS - 20), 1000L * (IDLE_MILLIS + 20))));
                for (; parent.hasLine(); ended++) {
                    assertEquals("exit 0", parent.line(), parent::errors);
                }
            }
            System.out.printf("%d idle exits, %d requests, all answered%n", exits, answers);
        }
    }

    private static void assertAnswers(int port) throws IOException {
        try (RawSocket raw = new RawSocket(port, PATIENCE)) {
            raw.write(GET);
            StringBuilder answer = new StringBuilder();
            raw.readUntilEnd(answer);
            assertTrue(
                    answer.toString().startsWith("HTTP/1.1 200 ")
                            && answer.toString().endsWith("hello"),
                    answer::toString);
        }
    }

    @Test
    @Timeout(60)
    void aPortOfItsOwnIsOneSentenceAndExitCodeOne() throws Exception {
        try (AppProcess app =
                AppProcess.start(folder, List.of(), HelloMain.class, "--port=0", "--server.exit-on-idle=10m")) {
            assertEquals(1, app.exitCode(30));
            assertEquals(
                    "server.exit-on-idle (--server.exit-on-idle) needs sockets that stay open when the process ends, and"
                            + " http://127.0.0.1:0 closes. Let a socket unit of systemd open the sockets, or remove the"
                            + " setting.",
                    app.errors());
        }
    }
}

package io.jetalyst.jetty.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Restarts by SIGTERM while 50 clients send requests over HTTP/1.1 and HTTP/2 and have open sockets. Each client reconnects when its connection
 * ends. No request that was sent on an open connection may be without an answer, no socket without a close code, and no exit code may be other
 * than 0.
 */
class RestartTest {
    private static final int CLIENTS = 50;

    @TempDir
    private Path folder;

    @Test
    @Timeout(180)
    void answersEveryRequestOverARestart() throws Exception {
        restart(Integer.getInteger("jetalyst.restarts", 2));
    }

    /** With {@code -Djetalyst.restarts=1000} it takes about an hour. */
    @Test
    @Tag("long")
    @Timeout(7200)
    void answersEveryRequestOverManyRestarts() throws Exception {
        restart(Integer.getInteger("jetalyst.restarts", 30));
    }

    private void restart(int times) throws Exception {
        int port = FreePort.find();
        AppProcess app = start(port);
        RestartClients clients = new RestartClients(port);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            threads.add(clients.start(i % 5));
        }
        try {
            for (int i = 0; i < times; i++) {
                clients.awaitMoreOfEach();
                app.terminate();
                assertEquals(0, app.exitCode(60), app::errors);
                assertEquals("", app.errors());
                app = start(port);
            }
            clients.awaitMoreOfEach();
        } finally {
            clients.stop();
            app.close();
        }
        for (Thread thread : threads) {
            thread.join(30_000);
        }
        System.out.printf("%d restarts: %s%n", times, clients);
        assertEquals(0, clients.repeated());
        // Between the last accept and the end of the port a connection can come that nothing accepts. A socket of
        // systemd has no such gap.
        assertTrue(clients.unaccepted() <= times, clients::toString);
        assertTrue(clients.faults().isEmpty(), () -> clients.faults().size() + " faults: " + clients.faults());
    }

    private AppProcess start(int port) throws Exception {
        AppProcess app =
                AppProcess.start(folder, List.of("-XX:TieredStopAtLevel=1"), HelloMain.class, "--port=" + port);
        app.listening();
        return app;
    }
}

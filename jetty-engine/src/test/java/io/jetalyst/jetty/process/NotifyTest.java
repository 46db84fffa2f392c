package io.jetalyst.jetty.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The messages of an application to the service manager that has started it. */
@Timeout(60)
class NotifyTest {
    private static final List<String> NATIVE_ACCESS = List.of("--enable-native-access=ALL-UNNAMED");

    @TempDir
    private Path folder;

    private AppProcess start(String socket, Map<String, String> more, String... args) throws IOException {
        Map<String, String> environment = new HashMap<>(more);
        environment.put("NOTIFY_SOCKET", socket);
        return AppProcess.start(
                folder, environment, ServiceManager.withWatchdogPid(), NATIVE_ACCESS, HelloMain.class, args);
    }

    @ParameterizedTest
    @ValueSource(strings = {"file", "abstract"})
    void reportsThatItIsReadyAndThatItStops(String kind) throws Exception {
        String socket = kind.equals("file") ? folder.resolve("notify").toString() : "@" + folder;
        try (ServiceManager manager = new ServiceManager(socket);
                AppProcess app = start(socket, Map.of(), "--port=0", "--server.drain-delay=1s")) {
            URI uri = app.listening();
            assertEquals("READY=1 STATUS=Listening on " + uri, manager.next());

            app.terminate();

            assertEquals("STOPPING=1 STATUS=Stopping, within 14 s EXTEND_TIMEOUT_USEC=14000000", manager.next());
            assertEquals(0, app.exitCode(30));
            assertEquals("", app.errors());
        }
    }

    @Test
    void sendsSignsOfLifeToTheWatchdog() throws Exception {
        String socket = folder.resolve("notify").toString();
        try (ServiceManager manager = new ServiceManager(socket);
                AppProcess app = start(socket, Map.of("WATCHDOG_USEC", "400000"), "--port=0")) {
            app.listening();
            assertTrue(manager.next().startsWith("READY=1"));
            for (int i = 0; i < 3; i++) {
                assertEquals("WATCHDOG=1", manager.next());
            }
        }
    }

    @Test
    void runsWithoutAServiceManagerThatListens() throws Exception {
        try (AppProcess app = start(folder.resolve("nothing").toString(), Map.of(), "--port=0")) {
            app.listening();
            app.terminate();
            assertEquals(0, app.exitCode(30));
            assertTrue(app.errors().contains("The service manager could not be notified of READY=1"), app::errors);
        }
    }
}

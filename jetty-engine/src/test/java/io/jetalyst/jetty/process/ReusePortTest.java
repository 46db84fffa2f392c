package io.jetalyst.jetty.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.counterpart.Counterparts;
import io.jetalyst.testkit.RawSocket;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two processes on one port, of which the second one replaces the first one. */
class ReusePortTest {
    private static final String GET = "GET /hello HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
    private static final int CLIENTS = 4;

    private final List<AppProcess> processes = new ArrayList<>();
    private final List<ProcessHandle> scripted = new ArrayList<>();
    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger broken = new AtomicInteger();
    private volatile boolean running = true;

    @TempDir
    private Path folder;

    @AfterEach
    void endAll() {
        processes.forEach(AppProcess::close);
        for (ProcessHandle process : scripted) {
            process.destroyForcibly();
            process.onExit().join(); // until then it writes to the folder
        }
    }

    private AppProcess start(String port) throws IOException {
        AppProcess app = AppProcess.start(
                folder,
                List.of("-XX:TieredStopAtLevel=1"),
                HelloMain.class,
                "--port=" + port,
                "--server.reuse-port=true");
        processes.add(app);
        return app;
    }

    @Test
    @Timeout(120)
    void refusesNoConnectionWhileTheNextProcessTakesOver() throws Exception {
        upgrade(2);
    }

    @Test
    @Tag("long")
    @Timeout(1800)
    void refusesNoConnectionOverManyUpgrades() throws Exception {
        upgrade(Integer.getInteger("jetalyst.upgrades", 30));
    }

    private void upgrade(int times) throws Exception {
        AppProcess old = start("0");
        int port = old.listening().getPort();
        List<Thread> clients = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            Thread client = new Thread(() -> connectUntilTheEnd(port), "client");
            client.start();
            clients.add(client);
        }
        for (int i = 0; i < times; i++) {
            AppProcess next = start(Integer.toString(port));
            next.listening();
            old.terminate();
            assertEquals(0, old.exitCode(30));
            old = next;
        }
        running = false;
        for (Thread client : clients) {
            client.join();
        }
        System.out.printf(
                "%d upgrades in place: %d connections answered, %d refused, %d reset%n",
                times, answered.get(), refused.get(), broken.get());
        assertEquals(0, refused.get());
        // Linux resets connections that complete in the moment in which the listener closes, unless
        // net.ipv4.tcp_migrate_req is 1.
        assertTrue(broken.get() <= 2 * times, broken + " connections were reset");
    }

    private void connectUntilTheEnd(int port) {
        while (running) {
            try (RawSocket raw = new RawSocket(port)) {
                raw.write(GET);
                StringBuilder answer = new StringBuilder();
                raw.readUntilEnd(answer);
                (answer.toString().startsWith("HTTP/1.1 200 ") ? answered : broken).incrementAndGet();
            } catch (ConnectException e) {
                refused.incrementAndGet();
            } catch (IOException e) {
                broken.incrementAndGet();
            }
        }
    }

    @Test
    @Timeout(60)
    void aSecondProcessNeedsTheSetting() throws Exception {
        AppProcess first = start("0");
        int port = first.listening().getPort();
        try (AppProcess second = AppProcess.start(folder, List.of(), HelloMain.class, "--port=" + port)) {
            assertEquals(1, second.exitCode(30));
            assertTrue(second.errors().startsWith("Port " + port + " of 127.0.0.1 is in use."), second::errors);
        }
    }

    /** The script of the page on operations. */
    @Test
    @Timeout(120)
    void theScriptStopsTheOldProcessWhenTheNewOneIsReady() throws Exception {
        Counterparts.find("curl"); // which the script calls
        AppProcess held = start("0"); // only for a port that is free
        int port = held.listening().getPort();
        held.terminate();
        held.exitCode(30);
        ProcessHandle first = runScript(port);
        runScript(port);
        first.onExit().orTimeout(60, TimeUnit.SECONDS).join();
        try (RawSocket raw = new RawSocket(port)) {
            raw.write(GET);
            assertTrue(raw.readHead().startsWith("HTTP/1.1 200 "));
        }
    }

    /** The application that it has started. */
    private ProcessHandle runScript(int port) throws Exception {
        List<String> command = List.of(
                "sh",
                Path.of("../example-chat/src/main/scripts/upgrade").toString(),
                folder.toString(),
                "http://127.0.0.1:" + port,
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                HelloMain.class.getName());
        Path output = folder.resolve("output");
        Process script = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertTrue(script.waitFor(60, TimeUnit.SECONDS));
        assertEquals(0, script.exitValue(), Files.readString(output));
        long id = Long.parseLong(Files.readString(folder.resolve("pid")).strip());
        ProcessHandle started = ProcessHandle.of(id).orElseThrow();
        scripted.add(started);
        return started;
    }
}

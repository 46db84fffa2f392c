package io.jetalyst.jetty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.engine.ListenException;
import io.jetalyst.engine.Listener;
import io.jetalyst.http.Response;
import java.io.IOException;
import java.net.BindException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipalNotFoundException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The files of the UNIX sockets on which a server listens. */
@Timeout(60)
class UnixSocketFileTest {
    private static final String LAST = "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";

    @TempDir
    Path folder;

    private Path path;

    @BeforeEach
    void chooseShortName() {
        path = folder.resolve("app.sock");
    }

    private static TestServer serve(Listener listener) throws IOException {
        return TestServer.http(List.of(listener), exchange -> exchange.respond(Response.text("served")));
    }

    @Test
    void setsModeAndGroup() throws Exception {
        String group =
                Files.readAttributes(folder, PosixFileAttributes.class).group().getName();
        Listener listener = Listener.parse("unix:" + path + "?mode=606&group=" + group);
        try (TestServer server = serve(listener)) {
            PosixFileAttributes attributes = Files.readAttributes(path, PosixFileAttributes.class);
            assertEquals(PosixFilePermissions.fromString("rw----rw-"), attributes.permissions());
            assertEquals(group, attributes.group().getName());
            assertEquals(List.of(path), files(), server.engine()::toString);
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    @Test
    void removesFileWhenItStops() throws Exception {
        serve(Listener.unix(path)).close();
        assertEquals(List.of(), files());
    }

    @Test
    void keepsFileOfAnotherServerWhenItStops() throws Exception {
        TestServer first = serve(Listener.unix(path));
        Files.delete(path);
        try (TestServer second = serve(Listener.unix(path))) {
            first.close();
            assertServes(second);
        }
    }

    private void assertServes(TestServer server) throws IOException {
        try (UnixClient client = new UnixClient(path)) {
            assertTrue(client.write(LAST).readUntilEnd().startsWith("HTTP/1.1 200 "), server::toString);
        }
    }

    @Test
    void replacesFileThatNoProcessListensOn() throws Exception {
        try (ServerSocketChannel killed = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            killed.bind(UnixDomainSocketAddress.of(path));
        }
        assertTrue(Files.exists(path));
        try (TestServer server = serve(Listener.unix(path))) {
            assertServes(server);
            assertEquals(List.of(path), files());
        }
    }

    @Test
    void neverReplacesSocketThatAProcessListensOn() throws Exception {
        try (TestServer first = serve(Listener.unix(path))) {
            assertInstanceOf(BindException.class, TestServer.causeOfFailure(Listener.unix(path)));
            assertServes(first);
        }
    }

    @Test
    void neverReplacesSocketWhoseQueueIsFull() throws Exception {
        try (ServerSocketChannel busy = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            busy.bind(UnixDomainSocketAddress.of(path), 1);
            List<UnixClient> waiting = List.of(new UnixClient(path), new UnixClient(path));
            assertInstanceOf(BindException.class, TestServer.causeOfFailure(Listener.unix(path)));
            assertTrue(Files.exists(path));
            for (UnixClient client : waiting) {
                client.close();
            }
        }
    }

    @Test
    void neverReplacesFileThatIsNoSocket() throws Exception {
        Files.writeString(path, "precious");
        assertInstanceOf(FileAlreadyExistsException.class, TestServer.causeOfFailure(Listener.unix(path)));
        assertEquals("precious", Files.readString(path));
        Path link = Files.createSymbolicLink(folder.resolve("link"), path);
        assertInstanceOf(FileAlreadyExistsException.class, TestServer.causeOfFailure(Listener.unix(link)));
        assertEquals(2, files().size());
    }

    @Test
    void reportsMissingDirectoryAndGroupAndLeavesNothing() throws Exception {
        assertInstanceOf(
                NoSuchFileException.class,
                TestServer.causeOfFailure(
                        Listener.unix(folder.resolve("missing").resolve("app.sock"))));
        assertInstanceOf(
                UserPrincipalNotFoundException.class,
                TestServer.causeOfFailure(Listener.parse("unix:" + path + "?group=no-such-group")));
        assertEquals(List.of(), files());
    }

    /** Each round leaves a socket on which no process listens. */
    @Test
    void oneOfManyProcessesGetsTheSocketThatNobodyListensOn() throws Exception {
        List<SocketContender> processes = new ArrayList<>();
        try {
            for (int i = 0; i < 4; i++) {
                processes.add(SocketContender.start(path));
            }
            for (int round = 0; round < 200; round++) {
                for (SocketContender process : processes) {
                    process.send("bind");
                }
                List<String> results = new ArrayList<>();
                for (SocketContender process : processes) {
                    results.add(process.line());
                }
                assertEquals(1, Collections.frequency(results, "bound"), "round " + round + ": " + results);
                for (SocketContender process : processes) {
                    process.send("leave");
                    assertEquals("left", process.line());
                }
                assertEquals(List.of(path), files());
            }
        } finally {
            processes.forEach(SocketContender::close);
        }
    }

    @Test
    void usesTheLockFileThatAnEndedProcessHasLeft() throws Exception {
        Files.createFile(folder.resolve(".app.sock.lock"));
        try (TestServer server = serve(Listener.unix(path))) {
            assertServes(server);
            assertEquals(List.of(path), files());
        }
    }

    @Test
    void neverWritesIntoAFileThatIsNoLock() throws Exception {
        Path precious =
                Files.writeString(folder.resolve("precious"), "a text that is longer than each token of a lock");
        Path lock = Files.createLink(folder.resolve(".app.sock.lock"), precious);
        assertInstanceOf(FileAlreadyExistsException.class, TestServer.causeOfFailure(Listener.unix(path)));
        Files.delete(lock);
        Files.createSymbolicLink(lock, precious);
        assertThrows(ListenException.class, () -> serve(Listener.unix(path)).close());
        assertEquals("a text that is longer than each token of a lock", Files.readString(precious));
    }

    @Test
    void oneOfManyServersThatStartAtOnceGetsTheSocket() throws Exception {
        try (ServerSocketChannel killed = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            killed.bind(UnixDomainSocketAddress.of(path));
        }
        List<CompletableFuture<TestServer>> starting = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            starting.add(CompletableFuture.supplyAsync(() -> {
                try {
                    return serve(Listener.unix(path));
                } catch (IOException taken) {
                    return null;
                }
            }));
        }
        List<TestServer> started = new ArrayList<>();
        for (CompletableFuture<TestServer> each : starting) {
            TestServer server = each.get(30, TimeUnit.SECONDS);
            if (server != null) {
                started.add(server);
            }
        }
        assertEquals(1, started.size());
        assertServes(started.get(0));
        started.get(0).close();
        assertEquals(List.of(), files());
    }
}

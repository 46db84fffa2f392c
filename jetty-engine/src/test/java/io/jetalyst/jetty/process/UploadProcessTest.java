package io.jetalyst.jetty.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.testkit.RawSocket;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Uploaded files of a process that is killed, or cannot write them. */
@Timeout(120)
class UploadProcessTest {
    private static final String HEAD = "--b\r\nContent-Disposition: form-data; name=file; filename=a\r\n\r\n";

    @TempDir
    Path folder;

    private Path temporary;

    @BeforeEach
    void create() throws IOException {
        temporary = Files.createDirectory(folder.resolve("tmp"));
    }

    private AppProcess start(List<String> before) throws IOException {
        return AppProcess.start(folder, before, List.of("-Djava.io.tmpdir=" + temporary), CrowdMain.class);
    }

    private static RawSocket send(int port, String content, int announced) throws IOException {
        RawSocket raw = new RawSocket(port);
        raw.write("POST /form/p HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: "
                + (HEAD.length() + announced) + "\r\nContent-Type: multipart/form-data; boundary=b\r\n\r\n" + HEAD);
        raw.write(content);
        return raw;
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(temporary)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> temporary.relativize(file).toString())
                    .filter(name -> name.startsWith("jetalyst-uploads-"))
                    .toList();
        }
    }

    /** Waits until there are so many files; the test's time bounds it. */
    private void awaitFiles(int count) throws Exception {
        while (files().size() != count) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }

    @Test
    void deletesTheFilesOfAKilledProcessAtTheNextStart() throws Exception {
        AppProcess killed = start(List.of());
        try {
            RawSocket upload = send(killed.listening().getPort(), "x".repeat(100_000), 200_000);
            awaitFiles(2); // the upload, and the lock
            killed.close();
            killed.exitCode(20);
            upload.close();
        } finally {
            killed.close();
        }
        assertEquals(2, files().size());
        try (AppProcess next = start(List.of())) {
            next.listening();
            assertEquals(List.of(), files());
        }
    }

    @Test
    void keepsTheFilesOfARunningProcess() throws Exception {
        try (AppProcess running = start(List.of());
                RawSocket upload = send(running.listening().getPort(), "x".repeat(100_000), 200_000)) {
            awaitFiles(2);
            try (AppProcess next = start(List.of())) {
                next.listening();
                assertEquals(2, files().size());
            }
            upload.reset();
        }
    }

    /** The limit of the size of a file stands for a full disk. */
    @Test
    void answers507IfTheFileCannotBeWritten() throws Exception {
        try (AppProcess app = start(List.of("bash", "-c", "ulimit -f 512; exec \"$@\"", "limited"))) {
            int port = app.listening().getPort();
            String content = "x".repeat(2_000_000) + "\r\n--b--\r\n";
            assertStoresNothing(send(port, content, content.length()));
            awaitFiles(1); // the lock
        }
    }

    @Test
    void answers507IfThereIsNoDirectory() throws Exception {
        Files.delete(temporary);
        Files.createFile(temporary);
        try (AppProcess app = start(List.of())) {
            String content = "x".repeat(100_000) + "\r\n--b--\r\n";
            assertStoresNothing(send(app.listening().getPort(), content, content.length()));
        }
    }

    private static void assertStoresNothing(RawSocket raw) throws IOException {
        StringBuilder answer = new StringBuilder();
        raw.readUntilEnd(answer);
        raw.close();
        assertTrue(answer.toString().startsWith("HTTP/1.1 507 Insufficient Storage\r\n"), answer::toString);
        assertTrue(answer.toString().contains("\"detail\":\"The server cannot store the file.\""), answer::toString);
    }
}

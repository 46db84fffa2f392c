package io.jetalyst.jetty;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.App;
import io.jetalyst.config.StartupException;
import io.jetalyst.contract.engine.Answer;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of a directory, as a client of the real server sees them. */
@Timeout(60)
class FolderServerTest {
    @TempDir
    private Path uploads;

    private StaticSite start() throws IOException {
        return StaticSite.start(builder -> builder.files("/uploads", uploads), uploads);
    }

    @Test
    void servesFileThatIsWrittenLater() throws Exception {
        try (StaticSite site = start()) {
            assertEquals(404, site.get("/uploads/a.txt").status());
            Files.writeString(uploads.resolve("a.txt"), "first");
            Answer first = site.get("/uploads/a.txt");
            Files.writeString(uploads.resolve("a.txt"), "second, longer");
            Answer second = site.get("/uploads/a.txt", "If-None-Match", first.header("etag"));

            assertEquals("first", first.text());
            assertEquals("private, no-cache", first.header("cache-control"));
            assertEquals("second, longer", second.text());
            assertEquals("sec", site.get("/uploads/a.txt", "Range", "bytes=0-2").text());
            assertEquals(405, site.send("DELETE", "/uploads/a.txt").status());
        }
    }

    @Test
    void sendsFileToTheEndThatIsReplacedMeanwhile() throws Exception {
        byte[] content = new byte[30_000_000]; // more than all buffers of the connection take
        Files.write(uploads.resolve("a.bin"), content);
        try (StaticSite site = start();
                Socket client = new Socket("127.0.0.1", site.port())) {
            client.getOutputStream()
                    .write("GET /uploads/a.bin HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                            .getBytes(US_ASCII));
            client.getInputStream().readNBytes(1); // the file is open now, or soon
            byte[] other = new byte[40_000_000];
            Arrays.fill(other, (byte) 'x');
            Files.write(uploads.resolve("b.bin"), other);
            Files.move(uploads.resolve("b.bin"), uploads.resolve("a.bin"), StandardCopyOption.REPLACE_EXISTING);
            byte[] response = client.getInputStream().readAllBytes();
            assertArrayEquals(content, Arrays.copyOfRange(response, response.length - content.length, response.length));
            assertEquals(
                    "x", site.get("/uploads/a.bin", "Range", "bytes=39999999-").text());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "a.html,sandbox",
        "a.xhtml,sandbox",
        "a.svg,sandbox",
        "a.xml,sandbox",
        "a.rss,sandbox",
        "a.png,''",
        "a.pdf,''",
        "a.txt,''",
        "a.html.png,''",
    })
    void runsNoScriptsOfUploads(String name, String policy) throws Exception {
        Files.writeString(uploads.resolve(name), "<script>alert(1)</script>");
        try (StaticSite site = start()) {
            Answer answer = site.get("/uploads/" + name);
            assertEquals(200, answer.status());
            assertTrue(answer.header("content-security-policy").endsWith(policy), name);
            assertEquals(
                    policy.isEmpty(), answer.header("content-security-policy").isEmpty(), name);
            assertEquals("nosniff", answer.header("x-content-type-options"));
        }
    }

    @Test
    void refusesPipe() throws Exception {
        Path pipe = uploads.resolve("pipe");
        assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
        try (StaticSite site = start()) {
            assertEquals(404, site.get("/uploads/pipe").status());
        }
    }

    @Test
    void doesNotStartWithoutDirectory() {
        App app = App.builder()
                .args("--port=0")
                .mount((TestTable) java.util.List::of)
                .files("/uploads", uploads.resolve("absent"))
                .build();

        StartupException failure = assertThrows(StartupException.class, app::start);
        assertEquals(
                "The directory of files(\"/uploads\", …) does not exist: " + uploads.resolve("absent")
                        + ". Create it, or change the path.",
                failure.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "uploads", "/uploads/", "/a//b", "/{x}", "/a b", "/ä"})
    void rejectsPath(String path) {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> App.builder().files(path, uploads));
        assertTrue(
                refused.getMessage().startsWith("files(\"" + path + "\", …) needs a path such as \"/uploads\":"),
                refused.getMessage());
    }
}

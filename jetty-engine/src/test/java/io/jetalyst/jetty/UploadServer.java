package io.jetalyst.jetty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.App;
import io.jetalyst.RunningApp;
import io.jetalyst.body.UploadedFile;
import io.jetalyst.filter.Context;
import io.jetalyst.http.HttpMethod;
import io.jetalyst.http.Result;
import io.jetalyst.route.BodyRule;
import io.jetalyst.route.Route;
import io.jetalyst.support.Params;
import io.jetalyst.support.Results;
import io.jetalyst.testkit.RawSocket;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/**
 * A server of forms with files, and the files that the tests leave behind: none. The server finds a temporary directory of its own, because other
 * processes keep uploads in that of the system.
 */
abstract class UploadServer {
    static final int LONG = 200_000;

    @TempDir
    Path kept;

    @TempDir
    Path temporary;

    final CountDownLatch slowHandler = new CountDownLatch(1);
    RunningApp app;
    private String temporaryOfSystem;

    @BeforeEach
    void setTemporaryDirectory() {
        temporaryOfSystem = System.setProperty("java.io.tmpdir", temporary.toString());
    }

    @AfterEach
    void restoreTemporaryDirectory() {
        System.setProperty("java.io.tmpdir", temporaryOfSystem);
    }

    void start(String... settings) {
        app = App.builder()
                .args("--port=0")
                .args(settings)
                .mount(new Table())
                .build()
                .start();
    }

    @AfterEach
    void leavesNoFile() throws Exception {
        slowHandler.countDown();
        awaitNoFiles();
        app.close();
        assertEquals(List.of(), directories());
    }

    void assertAlive() throws IOException {
        assertEquals("t | i.png image/png 1 1 | ", upload(title(), image("1")));
        Files.deleteIfExists(kept.resolve("i.png"));
    }

    void awaitNoFiles() throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        List<Path> files = files();
        while (!files.isEmpty() && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(10);
            files = files();
        }
        assertEquals(List.of(), files);
    }

    List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path directory : directories()) {
            try (Stream<Path> list = Files.list(directory)) {
                list.filter(file -> !file.endsWith("lock")).forEach(files::add); // the application has it open
            }
        }
        return files;
    }

    List<Path> directories() throws IOException {
        try (Stream<Path> list = Files.list(temporary)) {
            return list.filter(path -> path.getFileName().toString().startsWith("jetalyst-uploads-"))
                    .sorted()
                    .toList();
        }
    }

    static String title() {
        return part("form-data; name=\"title\"", "", "t");
    }

    static String image(String content) {
        return part("form-data; name=\"image\"; filename=\"i.png\"", "image/png", content);
    }

    static String other(String name) {
        return "form-data; name=\"other\"; filename=\"" + name + "\"";
    }

    static String part(String disposition, String type, String content) {
        return "--boundary\r\nContent-Disposition: " + disposition + "\r\n"
                + (type.isEmpty() ? "" : "Content-Type: " + type + "\r\n") + "\r\n" + content + "\r\n";
    }

    static byte[] body(String... parts) {
        return (String.join("", parts) + "--boundary--\r\n").getBytes(StandardCharsets.UTF_8);
    }

    static String head(String path, int length, String boundary) {
        return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: " + length
                + "\r\nContent-Type: multipart/form-data" + (boundary.isEmpty() ? "" : "; boundary=" + boundary)
                + "\r\n\r\n";
    }

    String upload(String... parts) throws IOException {
        return result(send("/upload", body(parts), "boundary"));
    }

    String broken(String body) throws IOException {
        String answer = send("/upload", body.getBytes(StandardCharsets.UTF_8), "boundary");
        return result(answer) + answer.replaceAll("(?s).*\"errors\":.*\"detail\":\"([^\"]*)\".*", " $1");
    }

    String send(String path, byte[] body, String boundary) throws IOException {
        try (RawSocket raw = new RawSocket(app.port())) {
            raw.write(head(path, body.length, boundary));
            raw.write(body);
            return all(raw);
        }
    }

    static String all(RawSocket raw) throws IOException {
        StringBuilder all = new StringBuilder();
        raw.readUntilEnd(all);
        return all.toString();
    }

    static String content(String answer) {
        return new String(
                answer.substring(answer.indexOf("\r\n\r\n") + 4).getBytes(StandardCharsets.ISO_8859_1),
                StandardCharsets.UTF_8);
    }

    /** The content of a success, otherwise {@code 400 title encoding}. */
    static String result(String answer) {
        if (answer.startsWith("HTTP/1.1 200 ")) {
            return content(answer);
        }
        assertFalse(answer.isEmpty());
        String error = answer.contains("\"errors\":")
                ? answer.replaceAll(
                        "(?s).*\"errors\":\\[\\{\"in\":\"form\",\"name\":\"([^\"]*)\",\"code\":\"([^\"]*)\".*", "$1 $2")
                : "";
        return (answer.substring(9, 12) + " " + error).replace("  ", " ");
    }

    private final class Table implements TestTable {
        @Override
        public List<Route> routes() {
            return List.of(
                    Route.http(HttpMethod.POST, "/upload", "Test.upload").body(BodyRule.upload()),
                    Route.http(HttpMethod.POST, "/texts", "Test.texts").body(BodyRule.form()),
                    Route.http(HttpMethod.POST, "/slow", "Test.slow").body(BodyRule.upload()),
                    Route.http(HttpMethod.POST, "/failing", "Test.failing").body(BodyRule.upload()),
                    Route.http(HttpMethod.POST, "/limited", "Test.limited")
                            .body(BodyRule.upload()
                                    .atMost(3_000_000)
                                    .fileAtMost("image", LONG)
                                    .fileAtMost("other", 10)),
                    Route.http(HttpMethod.POST, "/long-texts", "Test.longTexts")
                            .body(BodyRule.form().atMost(20_000_000)));
        }

        @Override
        public Result call(int route, Context context) throws Exception {
            Params params = Params.of(context);
            String title = params.form("title").toText();
            Optional<UploadedFile> optional = params.optionalFile("absent");
            UploadedFile image = route == 1 || route == 5 ? null : params.file("image");
            List<UploadedFile> others = params.files("other");
            params.check();
            if (route == 2) {
                slowHandler.await();
            } else if (route == 3) {
                throw new IllegalStateException("on purpose");
            }
            assertTrue(optional.isEmpty());
            return Results.text(title + " | " + (image == null ? "" : describe(image) + " " + first(image)) + " | "
                    + String.join(
                            ", ", others.stream().map(Table.this::describe).toList()));
        }

        private String describe(UploadedFile file) {
            return file.name() + " " + file.mediaType() + " " + file.size();
        }

        private String first(UploadedFile file) throws IOException {
            String first;
            try (var in = file.open()) {
                first = new String(in.readNBytes(3), StandardCharsets.UTF_8);
            }
            if (file.name().equals("i.png")) {
                file.moveTo(kept.resolve(file.name()));
                assertEquals(file.size(), file.bytes(LONG).length);
            }
            return first;
        }
    }
}

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
import io.jetalyst.table.Bindings;
import io.jetalyst.table.Invoker;
import io.jetalyst.table.RouteTable;
import io.jetalyst.testkit.RawSocket;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Forms with files, as a client of the real server sends them, and the files that they leave behind: none. */
@Timeout(120)
class UploadServerTest {
    private static final int LONG = 200_000;

    @TempDir
    Path kept;

    private final CountDownLatch slowHandler = new CountDownLatch(1);
    private List<Path> before = List.of();
    private RunningApp app;

    @BeforeEach
    void listDirectories() throws IOException {
        before = directories();
    }

    private void start(String... settings) {
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
        assertEquals(before, directories());
    }

    @Test
    void readsTextsAndFiles() throws IOException {
        start();

        String answer = upload(
                part("form-data; name=\"title\"", "", "Zürich & more"),
                part("form-data; name=\"image\"; filename=\"lake.jpg\"", "Image/JPEG; q=1", "abc"),
                part("form-data; name=other; filename=a.txt", "text/plain", ""),
                part("form-data; name=\"other\"; filename=\"b.txt\"", "", "12345"));

        assertEquals(
                "Zürich & more | lake.jpg image/jpeg 3 abc | a.txt text/plain 0, b.txt application/octet-stream 5",
                answer);
    }

    @Test
    void storesLongFileInPrivateFile() throws Exception {
        start();

        String answer = upload(title(), image("x".repeat(LONG)), part(other("b.bin"), "", "y".repeat(LONG)));

        assertEquals("t | i.png image/png 200000 xxx | b.bin application/octet-stream 200000", answer);
        Path moved = kept.resolve("i.png");
        assertEquals("x".repeat(LONG), Files.readString(moved));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(moved)));
        Path directory = directories().stream()
                .filter(path -> !before.contains(path))
                .findFirst()
                .orElseThrow();
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(directory)));
    }

    @Test
    void readsFormThatArrivesByteByByte() throws IOException {
        start();
        byte[] body = body(title(), image("\r\n--boundar"));
        try (RawSocket raw = new RawSocket(app.port())) {
            raw.write(head("/upload", body.length, "boundary"));
            for (byte one : body) {
                raw.write(new byte[] {one});
            }
            assertEquals("t | i.png image/png 11 \r\n- | ", content(all(raw)));
        }
    }

    @Test
    void countsFileThatTheUserHasNotChosenAsMissing() throws IOException {
        start();

        assertEquals("400 image required", upload(title(), part("form-data; name=\"image\"; filename=\"\"", "", "")));
    }

    @Test
    void rejectsTextInPlaceOfFile() throws IOException {
        start();

        assertEquals("400 image type", upload(title(), part("form-data; name=\"image\"", "", "lake.jpg")));
    }

    @ParameterizedTest
    @CsvSource({
        "../../x, x",
        "..\\..\\x.txt, x.txt",
        "C:\\Users\\ann\\x.txt, x.txt",
        "/etc/passwd, passwd",
        ".htaccess, htaccess",
        "..., file",
        "dir/, file",
        "a<b>|c?.txt, a_b__c_.txt",
        "a\u202Etxt.exe, a_txt.exe",
        "ä.txt, ä.txt",
    })
    void makesNameSafe(String name, String safe) throws IOException {
        start();

        String answer = upload(title(), part("form-data; name=\"image\"; filename=\"" + name + "\"", "", "1"));

        assertEquals("t | " + safe + " application/octet-stream 1 1 | ", answer);
    }

    @Test
    void cutsLongName() throws IOException {
        start();

        String answer =
                upload(title(), part("form-data; name=\"image\"; filename=\"" + "n".repeat(3000) + ".jpeg\"", "", "1"));

        assertEquals("t | " + "n".repeat(195) + ".jpeg application/octet-stream 1 1 | ", answer);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "form-data; filename=\"a\"                | 400 required",
                "form-data; name=\"\"                     | 400 required",
                "attachment; name=\"a\"                   | 400 encoding",
                "form-data; name=\"a                      | 400 encoding",
                "form-data; name=\"a\"; name=\"b\"        | 400 encoding",
                "form-data; name=\"a\"x                   | 400 encoding",
                "form-data; name                          | 400 encoding",
            })
    void rejectsMalformedDisposition(String disposition, String expected) throws IOException {
        start();

        assertEquals(expected, upload(title(), image("x".repeat(LONG)), part(disposition, "", "1")));
        assertAlive();
    }

    @Test
    void rejectsBrokenForms() throws IOException {
        start();
        String valid = new String(body(title(), image("x".repeat(LONG))), StandardCharsets.UTF_8);

        assertEquals("400 encoding ends before its last boundary", broken(valid.replace("--boundary--", "--boundary")));
        assertEquals("400 encoding ends before its last boundary", broken(valid.substring(0, valid.length() - 30)));
        assertEquals("400 encoding ends before its last boundary", broken("nothing at all"));
        assertEquals("400 encoding is not valid multipart/form-data", broken(valid.replace("\r\n", "\n")));
        assertEquals(
                "400 encoding is not valid multipart/form-data", broken(valid.replace("Content-Disp", "Content Disp")));
        assertEquals("400 required has a part without a name", broken(valid.replace("Content-Disposition", "X-Y")));
        assertEquals(
                "400 encoding has a part whose header is longer than 8192 bytes",
                broken(valid.replace(
                        "Content-Type: image", "X-Long: " + "l".repeat(100_000) + "\r\nContent-Type: image")));
        assertEquals(
                "400 count has more than 1000 fields",
                upload(Stream.generate(UploadServerTest::title).limit(10_000).toArray(String[]::new))
                        + " has more than 1000 fields");
        assertEquals(
                "400 title encoding has parts of its own, which RFC 7578 does not allow",
                broken(valid.replace(
                        "name=\"title\"", "name=\"title\"\r\nContent-Type: multipart/mixed; boundary=inner")));
        assertEquals(
                "400 title encoding has a Content-Transfer-Encoding, which RFC 7578 does not allow",
                broken(valid.replace("name=\"title\"", "name=\"title\"\r\nContent-Transfer-Encoding: base64")));
        assertAlive();
    }

    @Test
    void rejectsTextThatIsNotUtf8() throws IOException {
        start();
        byte[] form = new String(body(part("form-data; name=\"title\"", "", "Zürich")), StandardCharsets.UTF_8)
                .getBytes(StandardCharsets.ISO_8859_1);

        assertEquals("400 title encoding", result(send("/upload", form, "boundary")));
        assertAlive();
    }

    @Test
    void rejectsSeveralBoundaries() throws IOException {
        start();

        String answer = send("/upload", body(title()), "boundary; boundary=other");

        assertEquals("415 ", result(answer));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\"\"",
                "bound<ary",
                "b1234567890123456789012345678901234567890123456789012345678901234567890"
            })
    void rejectsMissingOrInvalidBoundary(String boundary) throws IOException {
        start();

        String answer = send("/upload", body(title()), boundary);

        assertEquals("400 encoding", result(answer));
        assertTrue(answer.contains("The form has no valid boundary in its Content-Type."), answer);
    }

    @Test
    void rejectsFormBeyondTheLimits() throws IOException {
        start("--server.max-upload=300KiB", "--server.max-body=100KiB");
        String chunk = "x".repeat(LONG);

        assertEquals(
                "413",
                result(send("/upload", body(title(), image(chunk), image(chunk)), "boundary"))
                        .trim());
        assertEquals(
                "413",
                result(send("/upload", body(image("1"), part("form-data; name=\"title\"", "", chunk)), "boundary"))
                        .trim());
        assertEquals(
                "413",
                result(send("/texts", body(title(), image(chunk)), "boundary")).trim());
        try (RawSocket raw = new RawSocket(app.port())) {
            raw.write("POST /upload HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n"
                    + "Content-Type: multipart/form-data; boundary=boundary\r\n\r\n");
            byte[] form = body(title(), image(chunk), image(chunk));
            raw.write(Integer.toHexString(form.length) + "\r\n");
            raw.write(form);
            raw.write("\r\n0\r\n\r\n");
            assertEquals("413", result(all(raw)).trim());
        }
        assertAlive();
    }

    @Test
    void deletesFilesOfClientThatGoesAway() throws Exception {
        start();
        for (int i = 0; i < 20; i++) {
            try (RawSocket raw = new RawSocket(app.port())) {
                raw.write(head("/upload", 10 * LONG, "boundary"));
                raw.write(Arrays.copyOf(body(title(), image("x".repeat(LONG))), LONG));
            }
        }
        awaitNoFiles();
        assertAlive();
    }

    @Test
    void answers408ToFormThatStalls() throws Exception {
        start("--server.body-timeout=300ms");
        try (RawSocket raw = new RawSocket(app.port())) {
            raw.write(head("/upload", LONG, "boundary") + title());

            assertEquals("408", all(raw).substring(9, 12));
        }
        assertAlive();
    }

    @Test
    void deletesFilesOfRequestWhoseHandlerIsLate() throws Exception {
        start("--server.answer-timeout=300ms");

        assertEquals(
                "503",
                send("/slow", body(title(), image("x".repeat(LONG))), "boundary")
                        .substring(9, 12));
        awaitNoFiles();
    }

    @Test
    void deletesFilesOfHandlerThatFails() throws Exception {
        start();

        assertEquals(
                "500",
                send("/failing", body(title(), image("x".repeat(LONG))), "boundary")
                        .substring(9, 12));
    }

    private void assertAlive() throws IOException {
        assertEquals("t | i.png image/png 1 1 | ", upload(title(), image("1")));
        Files.deleteIfExists(kept.resolve("i.png"));
    }

    private void awaitNoFiles() throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        List<Path> files = files();
        while (!files.isEmpty() && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(10);
            files = files();
        }
        assertEquals(List.of(), files);
    }

    private List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path directory : directories()) {
            if (!before.contains(directory)) {
                try (Stream<Path> list = Files.list(directory)) {
                    list.filter(file -> !file.endsWith("lock")).forEach(files::add); // the application has it open
                }
            }
        }
        return files;
    }

    private static List<Path> directories() throws IOException {
        try (Stream<Path> list = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return list.filter(path -> path.getFileName().toString().startsWith("jetalyst-uploads-"))
                    .sorted()
                    .toList();
        }
    }

    private static String title() {
        return part("form-data; name=\"title\"", "", "t");
    }

    private static String image(String content) {
        return part("form-data; name=\"image\"; filename=\"i.png\"", "image/png", content);
    }

    private static String other(String name) {
        return "form-data; name=\"other\"; filename=\"" + name + "\"";
    }

    private static String part(String disposition, String type, String content) {
        return "--boundary\r\nContent-Disposition: " + disposition + "\r\n"
                + (type.isEmpty() ? "" : "Content-Type: " + type + "\r\n") + "\r\n" + content + "\r\n";
    }

    private static byte[] body(String... parts) {
        return (String.join("", parts) + "--boundary--\r\n").getBytes(StandardCharsets.UTF_8);
    }

    private static String head(String path, int length, String boundary) {
        return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: " + length
                + "\r\nContent-Type: multipart/form-data" + (boundary.isEmpty() ? "" : "; boundary=" + boundary)
                + "\r\n\r\n";
    }

    private String upload(String... parts) throws IOException {
        return result(send("/upload", body(parts), "boundary"));
    }

    private String broken(String body) throws IOException {
        String answer = send("/upload", body.getBytes(StandardCharsets.UTF_8), "boundary");
        return result(answer) + answer.replaceAll("(?s).*\"errors\":.*\"detail\":\"([^\"]*)\".*", " $1");
    }

    private String send(String path, byte[] body, String boundary) throws IOException {
        try (RawSocket raw = new RawSocket(app.port())) {
            raw.write(head(path, body.length, boundary));
            raw.write(body);
            return all(raw);
        }
    }

    private static String all(RawSocket raw) throws IOException {
        StringBuilder all = new StringBuilder();
        raw.readUntilEnd(all);
        return all.toString();
    }

    private static String content(String answer) {
        return new String(
                answer.substring(answer.indexOf("\r\n\r\n") + 4).getBytes(StandardCharsets.ISO_8859_1),
                StandardCharsets.UTF_8);
    }

    /** The content of a success, otherwise {@code 400 title encoding}. */
    private static String result(String answer) {
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

    private final class Table implements RouteTable, Invoker {
        @Override
        public int format() {
            return FORMAT;
        }

        @Override
        public List<Route> routes() {
            return List.of(
                    Route.http(HttpMethod.POST, "/upload", "Test.upload").body(BodyRule.upload()),
                    Route.http(HttpMethod.POST, "/texts", "Test.texts").body(BodyRule.form()),
                    Route.http(HttpMethod.POST, "/slow", "Test.slow").body(BodyRule.upload()),
                    Route.http(HttpMethod.POST, "/failing", "Test.failing").body(BodyRule.upload()));
        }

        @Override
        public Invoker bind(Bindings bindings) {
            return this;
        }

        @Override
        public Result call(int route, Context context) throws Exception {
            Params params = Params.of(context);
            String title = params.form("title").toText();
            Optional<UploadedFile> optional = params.optionalFile("absent");
            UploadedFile image = route == 1 ? null : params.file("image");
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

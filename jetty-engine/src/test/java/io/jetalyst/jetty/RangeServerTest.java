package io.jetalyst.jetty;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.App;
import io.jetalyst.RunningApp;
import io.jetalyst.filter.Context;
import io.jetalyst.http.Cookie;
import io.jetalyst.http.EntityTag;
import io.jetalyst.http.HttpDate;
import io.jetalyst.http.HttpMethod;
import io.jetalyst.http.Response;
import io.jetalyst.http.ResponseBody;
import io.jetalyst.http.Result;
import io.jetalyst.route.Route;
import io.jetalyst.table.Bindings;
import io.jetalyst.table.Invoker;
import io.jetalyst.table.RouteTable;
import io.jetalyst.testkit.RawSocket;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files, ranges and conditions, as a client of the real server sees them. */
@Timeout(60)
class RangeServerTest {
    private static final Instant MODIFIED = Instant.parse("2026-03-01T12:00:00Z");
    private static final byte[] CONTENT = "0123456789".repeat(10_000).getBytes(ISO_8859_1);

    @TempDir
    Path directory;

    private RunningApp app;
    private Path file;
    private String tag;

    @BeforeEach
    void start() throws IOException {
        file = Files.write(directory.resolve("a.txt"), CONTENT);
        Files.setLastModifiedTime(file, FileTime.from(MODIFIED));
        Files.createFile(directory.resolve("empty"));
        tag = Response.file(file).header("ETag").orElseThrow();
        app = App.builder()
                .args("--port=0")
                .mount(new Table(directory))
                .filter((context, next) -> next.proceed()
                        .map(response ->
                                response.header("X-Filter", "1").vary("Origin").cookie(Cookie.of("a", "b"))))
                .build()
                .start();
    }

    @AfterEach
    void stop() {
        app.close();
    }

    @Test
    void sendsWholeFile() throws Exception {
        Reply reply = get("/files/a.txt");

        assertEquals(200, reply.status());
        assertEquals("text/plain;charset=utf-8", reply.field("Content-Type"));
        assertEquals("Sun, 01 Mar 2026 12:00:00 GMT", reply.field("Last-Modified"));
        assertEquals("bytes", reply.field("Accept-Ranges"));
        assertEquals("private, no-cache", reply.field("Cache-Control"));
        assertEquals(tag, reply.field("ETag"));
        assertEquals(new String(CONTENT, ISO_8859_1), reply.body());
    }

    @Test
    void announcesFileToHead() throws Exception {
        Reply reply = send("HEAD", "/files/a.txt", "Range: bytes=0-9");

        assertEquals(200, reply.status());
        assertEquals("100000", reply.field("Content-Length"));
        assertEquals(tag, reply.field("ETag"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/files/a.txt | bytes=0-9 | bytes 0-9/100000",
                "/files/a.txt | bytes=99998- | bytes 99998-99999/100000",
                "/files/a.txt | bytes=-3 | bytes 99997-99999/100000",
                "/files/a.txt | bytes=0-99999 | bytes 0-99999/100000",
                "/memory | bytes=7-11 | bytes 7-11/100000",
                "/written | bytes=7-11 | bytes 7-11/100000",
            })
    void sendsOneRange(String path, String range, String contentRange) throws Exception {
        Reply reply = get(path, "Range: " + range);

        String[] ends = contentRange.split("[ /-]");
        byte[] part = Arrays.copyOfRange(CONTENT, Integer.parseInt(ends[1]), Integer.parseInt(ends[2]) + 1);
        assertEquals(206, reply.status());
        assertEquals(contentRange, reply.field("Content-Range"));
        assertEquals("" + part.length, reply.field("Content-Length"));
        assertEquals(new String(part, ISO_8859_1), reply.body());
    }

    @ParameterizedTest
    @CsvSource({"/files/a.txt", "/memory", "/written"})
    void sendsSeveralRanges(String path) throws Exception {
        Reply reply = get(path, "Range: bytes=-2, 5-7,20003-20004");

        Matcher type = Pattern.compile("multipart/byteranges; boundary=([0-9a-f-]{36})")
                .matcher(reply.field("Content-Type"));
        assertTrue(type.matches(), reply.field("Content-Type"));
        assertEquals(206, reply.status());
        assertEquals("", reply.field("Content-Range"));
        String part = "--" + type.group(1) + "\r\nContent-Type: text/plain;charset=utf-8\r\nContent-Range: bytes ";
        assertEquals(
                part + "99998-99999/100000\r\n\r\n89\r\n" + part + "5-7/100000\r\n\r\n567\r\n" + part
                        + "20003-20004/100000\r\n\r\n34\r\n--" + type.group(1) + "--\r\n",
                reply.body());
    }

    @ParameterizedTest
    @CsvSource({"bytes=100000-", "bytes=-0", "'bytes=100000-100001,200000-'"})
    void refusesRangesBehindTheEnd(String range) throws Exception {
        Reply reply = get("/files/a.txt", "Range: " + range);

        assertEquals(416, reply.status());
        assertEquals("bytes */100000", reply.field("Content-Range"));
        assertEquals("application/problem+json", reply.field("Content-Type"));
        assertEquals("", reply.field("ETag"));
        assertEquals("no-store", reply.field("Cache-Control"));
        assertEquals("1", reply.field("X-Filter"));
        assertTrue(reply.head().contains("\r\nSet-Cookie: a=b"), reply.head());
        assertTrue(reply.head().contains("\r\nVary: Accept\r\n"), reply.head());
        assertTrue(reply.head().contains("\r\nVary: Origin\r\n"), reply.head());
    }

    @ParameterizedTest
    @CsvSource({
        "/files/a.txt, bytes=5-2",
        "/files/a.txt, pages=1-2",
        "/files/a.txt, 'bytes=0-0,0-0,0-0,0-0,0-0,0-0,0-0,0-0,0-0,0-0,0-0,0-0,0-0,0-0,0-0,0-0,0-0'",
        "/no-ranges, bytes=0-1",
    })
    void sendsWholeContentWhereItIgnoresTheRange(String path, String range) throws Exception {
        Reply reply = get(path, "Range: " + range);

        assertEquals(200, reply.status());
        assertEquals(CONTENT.length, reply.body().length());
    }

    @Test
    void ignoresRangesInTwoLines() throws Exception {
        assertEquals(
                200, get("/files/a.txt", "Range: bytes=0-1", "Range: bytes=2-3").status());
    }

    @Test
    void sendsEmptyFile() throws Exception {
        Reply reply = get("/files/empty", "Range: bytes=0-");

        assertEquals(200, reply.status());
        assertEquals("0", reply.field("Content-Length"));
    }

    @Test
    void sendsRangeOnlyOfTheVersionThatTheClientHas() throws Exception {
        String range = "Range: bytes=0-1";

        assertEquals(206, get("/files/a.txt", range, "If-Range: " + tag).status());
        assertEquals(200, get("/files/a.txt", range, "If-Range: W/" + tag).status());
        assertEquals(200, get("/files/a.txt", range, "If-Range: \"other\"").status());
        assertEquals(
                206,
                get("/files/a.txt", range, "If-Range: " + HttpDate.format(MODIFIED))
                        .status());
        assertEquals(
                200,
                get("/files/a.txt", range, "If-Range: " + HttpDate.format(MODIFIED.plusSeconds(1)))
                        .status());
        assertEquals(200, get("/files/a.txt", range, "If-Range: nonsense").status());
        assertEquals(
                304,
                get("/files/a.txt", range, "If-Range: " + tag, "If-None-Match: " + tag)
                        .status());
    }

    @Test
    void doesNotTrustTimeOfChangeThatIsNow() throws Exception {
        Instant now = Instant.now().plusSeconds(100);
        Files.setLastModifiedTime(file, FileTime.from(now));

        assertEquals(
                200,
                get("/files/a.txt", "Range: bytes=0-1", "If-Range: " + HttpDate.format(now))
                        .status());
    }

    @ParameterizedTest
    @CsvSource({"/files/a.txt", "/tagged"})
    void sendsNoContentThatTheClientHas(String path) throws Exception {
        String current = get(path).field("ETag");
        for (String method : List.of("GET", "HEAD")) {
            Reply reply = send(method, path, "If-None-Match: \"x\", W/" + current);

            assertEquals(304, reply.status());
            assertEquals(current, reply.field("ETag"));
            assertEquals("", reply.field("Content-Type"));
            assertEquals("", reply.field("Content-Length"));
            assertEquals("", reply.field("Last-Modified"));
            assertEquals("1", reply.field("X-Filter"));
            assertEquals("Origin", reply.field("Vary"));
            assertEquals("private, no-cache", reply.field("Cache-Control"));
        }
        assertEquals(200, get(path, "If-None-Match: \"x\"").status());
    }

    @Test
    void comparesTimeOfChange() throws Exception {
        assertEquals(
                304,
                get("/files/a.txt", "If-Modified-Since: " + HttpDate.format(MODIFIED))
                        .status());
        assertEquals(
                200,
                get("/files/a.txt", "If-Modified-Since: " + HttpDate.format(MODIFIED.minusSeconds(1)))
                        .status());
        assertEquals(
                412,
                get("/files/a.txt", "If-Unmodified-Since: " + HttpDate.format(MODIFIED.minusSeconds(1)))
                        .status());
        assertEquals(412, get("/files/a.txt", "If-Match: \"x\"").status());
        assertEquals(
                206, get("/files/a.txt", "If-Match: " + tag, "Range: bytes=0-0").status());
    }

    @Test
    void appliesNoConditionToOtherMethodsAndStatuses() throws Exception {
        assertEquals(
                200,
                send("POST", "/tagged", "If-None-Match: \"v1\"", "Content-Length: 0")
                        .status());
        assertEquals(404, get("/files/none", "If-Match: *").status());
        assertEquals(200, get("/plain", "If-Match: \"x\"").status());
    }

    @Test
    void refusesWhatIsNoFile() throws Exception {
        for (String path :
                List.of("/files/", "/files/.", "/files/..%2fa.txt", "/files/%2e%2e/a.txt", "/files/a.txt%00")) {
            int status = get(path).status();
            assertTrue(status == 404 || status == 400, path + ": " + status);
        }
    }

    @Test
    void cutsOrFailsFileThatShrinks() throws Exception {
        Reply cut = get("/shrunk?to=50000");
        Reply failed = get("/shrunk?to=10");

        assertEquals("100000", cut.field("Content-Length"));
        assertTrue(cut.body().length() <= 50_000, "" + cut.body().length());
        assertEquals(500, failed.status());
        assertEquals("application/problem+json", failed.field("Content-Type"));
        assertEquals("", failed.field("ETag"));
    }

    @Test
    void failsForFileThatHasGone() throws Exception {
        Reply reply = get("/gone");

        assertEquals(500, reply.status());
        assertFalse(reply.body().contains(directory.toString()), reply.body());
    }

    private Reply get(String path, String... fields) throws IOException {
        return send("GET", path, fields);
    }

    private Reply send(String method, String path, String... fields) throws IOException {
        try (RawSocket raw = new RawSocket(app.port())) {
            raw.write(method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                    + String.join(
                            "",
                            Arrays.stream(fields).map(field -> field + "\r\n").toList()) + "\r\n");
            String head = raw.readHead();
            StringBuilder body = new StringBuilder();
            raw.readUntilEnd(body);
            return new Reply(head, body.toString());
        }
    }

    private record Reply(String head, String body) {
        int status() {
            return Integer.parseInt(head.split(" ")[1]);
        }

        /** The value of the first field of this name; empty if there is none. */
        String field(String name) {
            Matcher field = Pattern.compile("(?i)\r\n" + name + ": ([^\r]*)").matcher(head);
            return field.find() ? field.group(1) : "";
        }
    }

    /** A table as the processor would generate it. */
    private record Table(Path directory) implements RouteTable, Invoker {
        @Override
        public int format() {
            return FORMAT;
        }

        @Override
        public List<Route> routes() {
            return List.of(
                    Route.http(HttpMethod.GET, "/files/{*name}", "Test.file"),
                    Route.http(HttpMethod.GET, "/memory", "Test.memory"),
                    Route.http(HttpMethod.GET, "/written", "Test.written"),
                    Route.http(HttpMethod.GET, "/no-ranges", "Test.noRanges"),
                    Route.http(HttpMethod.GET, "/tagged", "Test.tagged"),
                    Route.http(HttpMethod.POST, "/tagged", "Test.postTagged"),
                    Route.http(HttpMethod.GET, "/plain", "Test.plain"),
                    Route.http(HttpMethod.GET, "/shrunk", "Test.shrunk"),
                    Route.http(HttpMethod.GET, "/gone", "Test.gone"));
        }

        @Override
        public Invoker bind(Bindings bindings) {
            return this;
        }

        @Override
        public Result call(int route, Context context) throws IOException {
            return switch (route) {
                case 0 -> Response.file(directory, context.pathVariable(0));
                case 1 -> ranged(new ResponseBody.Bytes(CONTENT)).header("Content-Length", "" + CONTENT.length);
                case 2 ->
                    ranged(ResponseBody.Region.of(
                            (out, from, length) -> out.write(CONTENT, (int) from, (int) length), CONTENT.length));
                case 3 -> Response.bytes("text/plain", CONTENT);
                case 4, 5 -> Response.text("tagged").etag(EntityTag.of("v1"));
                case 6 -> Response.text("plain");
                case 7 ->
                    shrunk(Integer.parseInt(context.request().queryParam("to").orElseThrow()));
                default -> gone();
            };
        }

        private static Response ranged(ResponseBody body) {
            return Response.of("text/plain;charset=utf-8", body).header("Accept-Ranges", "bytes");
        }

        private Response shrunk(int length) throws IOException {
            Path file = Files.write(directory.resolve("shrinks"), CONTENT);
            Response response = Response.file(file);
            Files.write(file, Arrays.copyOf(CONTENT, length));
            return response;
        }

        private Response gone() throws IOException {
            Path file = Files.write(directory.resolve("goes"), CONTENT);
            Response response = Response.file(file);
            Files.delete(file);
            return response;
        }
    }
}

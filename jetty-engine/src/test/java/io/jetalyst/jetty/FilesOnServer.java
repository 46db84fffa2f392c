package io.jetalyst.jetty;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.jetalyst.App;
import io.jetalyst.RunningApp;
import io.jetalyst.filter.Context;
import io.jetalyst.http.Cookie;
import io.jetalyst.http.EntityTag;
import io.jetalyst.http.HttpMethod;
import io.jetalyst.http.Response;
import io.jetalyst.http.ResponseBody;
import io.jetalyst.http.Result;
import io.jetalyst.route.Route;
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
import org.junit.jupiter.api.io.TempDir;

/** Serves files, ranges and contents with a version on a real server. */
abstract class FilesOnServer {
    static final Instant MODIFIED = Instant.parse("2026-03-01T12:00:00Z");
    static final byte[] CONTENT = "0123456789".repeat(10_000).getBytes(ISO_8859_1);

    @TempDir
    Path directory;

    private RunningApp app;
    Path file;
    String tag;

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

    Reply get(String path, String... fields) throws IOException {
        return send("GET", path, fields);
    }

    Reply send(String method, String path, String... fields) throws IOException {
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

    record Reply(String head, String body) {
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
    private record Table(Path directory) implements TestTable {
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

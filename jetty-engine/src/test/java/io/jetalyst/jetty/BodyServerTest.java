package io.jetalyst.jetty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.App;
import io.jetalyst.RunningApp;
import io.jetalyst.filter.Context;
import io.jetalyst.http.HttpMethod;
import io.jetalyst.http.HttpProblem;
import io.jetalyst.http.Response;
import io.jetalyst.http.Result;
import io.jetalyst.http.Status;
import io.jetalyst.route.BodyRule;
import io.jetalyst.route.Route;
import io.jetalyst.support.Params;
import io.jetalyst.support.Results;
import io.jetalyst.testkit.RawSocket;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies of requests, as a client of the real server sends them. */
@Timeout(60)
class BodyServerTest {
    private RunningApp app;

    @AfterEach
    void stop() {
        if (app != null) {
            app.close();
        }
    }

    private void start(String... settings) {
        app = App.builder()
                .args("--port=0")
                .args(settings)
                .mount(new Table())
                .filter((context, next) -> {
                    if (context.request().header("Stop").isPresent()) {
                        throw HttpProblem.of(Status.FORBIDDEN, "No.");
                    }
                    return next.proceed().map(response -> response.header("X-Filter", "1"));
                })
                .build()
                .start();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/text", "/text-non-blocking"})
    void readsTextInTheCharsetOfItsContentType(String path) throws Exception {
        start();

        String latin = send(path, new byte[] {(byte) 0xe4}, "Content-Type: text/plain; charset=\"ISO-8859-1\"");
        String utf8 = send(path, "ä".getBytes(StandardCharsets.UTF_8), "Content-Type: text/plain");

        assertTrue(latin.endsWith("\r\n\r\n\u00c3\u00a4"), latin);
        assertTrue(utf8.endsWith("\r\n\r\n\u00c3\u00a4"), utf8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/text", "/text-non-blocking", "/stream"})
    void readsBodyThatArrivesInParts(String path) throws Exception {
        start();
        try (RawSocket raw = new RawSocket(app.port())) {
            raw.write(
                    "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\nConnection: close\r\n\r\na");
            raw.write("b");
            raw.write("cd");

            String answer = all(raw);

            assertTrue(answer.contains("\r\nX-Filter: 1\r\n"), answer);
            assertTrue(answer.endsWith(path.equals("/stream") ? "\r\n\r\n4" : "\r\n\r\nabcd"), answer);
        }
    }

    @Test
    void rejectsTextThatIsNotValidInItsCharset() throws Exception {
        start();

        String answer = send("/text", new byte[] {(byte) 0xff}, "Content-Type: text/plain");

        assertTrue(answer.startsWith("HTTP/1.1 400 "), answer);
        assertTrue(answer.contains("{\"in\":\"body\",\"pointer\":\"\",\"code\":\"encoding\""), answer);
    }

    @Test
    void rejectsUnknownCharset() throws Exception {
        start();

        assertStatus(415, send("/text", new byte[1], "Content-Type: text/plain;charset=klingon"));
    }

    @Test
    void rejectsSeveralContentTypes() throws Exception {
        start();

        String answer = send("/text", new byte[1], "Content-Type: text/plain\r\nContent-Type: text/plain");

        assertTrue(answer.startsWith("HTTP/1.1 400 Bad Request\r\n"), answer);
        assertTrue(answer.contains("\"detail\":\"The request has several Content-Type fields.\""), answer);
    }

    /** RFC 6838 §4.3. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain; charset=utf-8; charset=iso-8859-1",
                "text/plain; charset=utf-8; Charset=utf-8",
                "text/plain, text/html",
                "text",
                "*/*"
            })
    void rejectsMalformedContentType(String type) throws Exception {
        start();

        String answer = send("/text", new byte[1], "Content-Type: " + type);

        assertTrue(answer.startsWith("HTTP/1.1 415 Unsupported Media Type\r\n"), answer);
        assertTrue(answer.contains("\"detail\":\"The Content-Type of the body is malformed.\""), answer);
    }

    @Test
    void rejectsContentCoding() throws Exception {
        start();

        String answer = send("/text", new byte[1], "Content-Encoding: gzip");

        assertStatus(415, answer);
        assertTrue(answer.contains("\r\nAccept-Encoding: identity\r\n"), answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/jsonp", "application/xml", "json", ""})
    void rejectsMediaTypeThatTheRouteDoesNotAccept(String type) throws Exception {
        start();

        String answer = send("/json", "{}".getBytes(StandardCharsets.UTF_8), "Content-Type: " + type);

        assertStatus(415, answer);
        assertTrue(answer.contains("\r\nAccept: application/json, application/*+json\r\n"), answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "Application/JSON ; charset=UTF-8", "application/merge-patch+json"})
    void acceptsMediaTypeOfTheRoute(String type) throws Exception {
        start();

        assertStatus(200, send("/json", "{}".getBytes(StandardCharsets.UTF_8), "Content-Type: " + type));
    }

    @Test
    void rejectsJsonInAnotherCharset() throws Exception {
        start();

        assertStatus(415, send("/json", new byte[1], "Content-Type: application/json;charset=utf-16"));
    }

    @Test
    void rejectsAnnouncedBodyBeyondTheLimitWithoutReadingIt() throws Exception {
        start("--server.max-body=1KiB");
        try (RawSocket raw = new RawSocket(app.port())) {
            raw.write("POST /text HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1025\r\nExpect: 100-continue\r\n\r\n");

            String answer = all(raw);

            assertStatus(413, answer);
        }
    }

    @Test
    void rejectsChunkedBodyBeyondTheLimit() throws Exception {
        start("--server.max-body=3");
        try (RawSocket raw = new RawSocket(app.port())) {
            raw.write(
                    "POST /text HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n"
                            + "4\r\nabcd\r\n0\r\n\r\n");

            assertStatus(413, all(raw));
        }
    }

    @Test
    void acceptsLongerBodyWhereTheRouteAllowsIt() throws Exception {
        start("--server.max-body=3");

        assertStatus(200, send("/long", new byte[100], "Content-Type: text/plain"));
        assertStatus(413, send("/long", new byte[101], "Content-Type: text/plain"));
    }

    @Test
    void streamsBodyBeyondTheLimitOfWholeBodies() throws Exception {
        start("--server.max-body=3");

        String answer = send("/stream", new byte[100_000], "Content-Type: text/plain");

        assertTrue(answer.endsWith("\r\n\r\n100000"), answer);
    }

    @Test
    void doesNotReadTheBodyOfARequestThatAFilterRefuses() throws Exception {
        start();
        try (RawSocket raw = new RawSocket(app.port())) {
            raw.write(
                    "POST /text HTTP/1.1\r\nHost: localhost\r\nStop: 1\r\nContent-Length: 5\r\nExpect: 100-continue\r\nConnection: close\r\n\r\n");

            assertStatus(403, all(raw));
        }
    }

    @Test
    void answers408WhenTheBodyStops() throws Exception {
        start("--server.body-timeout=200ms");
        try (RawSocket raw = new RawSocket(app.port())) {
            raw.write("POST /text HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\n\r\nabc");

            String answer = all(raw);

            assertStatus(408, answer);
            assertTrue(answer.contains("\r\nX-Filter: 1\r\n"), answer);
        }
    }

    private static String all(RawSocket raw) throws IOException {
        StringBuilder all = new StringBuilder();
        raw.readUntilEnd(all);
        return all.toString();
    }

    private static void assertStatus(int status, String answer) {
        assertEquals("HTTP/1.1 " + status, answer.substring(0, Math.min(12, answer.length())), answer);
    }

    private String send(String path, byte[] body, String header) throws IOException {
        try (RawSocket raw = new RawSocket(app.port())) {
            raw.write("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + header
                    + "\r\nContent-Length: " + body.length + "\r\n\r\n");
            raw.write(body);
            return all(raw);
        }
    }

    private static final class Table implements TestTable {
        @Override
        public List<Route> routes() {
            return List.of(
                    Route.http(HttpMethod.POST, "/text", "Test.text").body(BodyRule.whole()),
                    Route.http(HttpMethod.POST, "/text-non-blocking", "Test.text")
                            .nonBlocking()
                            .body(BodyRule.whole()),
                    Route.http(HttpMethod.POST, "/json", "Test.text").body(BodyRule.json()),
                    Route.http(HttpMethod.POST, "/long", "Test.text")
                            .body(BodyRule.whole().atMost(100)),
                    Route.http(HttpMethod.POST, "/stream", "Test.stream").body(BodyRule.stream()));
        }

        @Override
        public Result call(int route, Context context) throws IOException {
            Params params = Params.of(context);
            return route == 4 ? stream(params) : text(params);
        }

        private static Response text(Params params) {
            String text = params.text();
            params.check();
            return Results.text(text);
        }

        private static Response stream(Params params) throws IOException {
            return Results.text("" + params.stream().transferTo(OutputStream.nullOutputStream()));
        }
    }
}

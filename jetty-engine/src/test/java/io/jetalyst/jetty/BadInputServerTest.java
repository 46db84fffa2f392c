package io.jetalyst.jetty;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.App;
import io.jetalyst.RunningApp;
import io.jetalyst.contract.engine.Answer;
import io.jetalyst.contract.engine.ContractCall;
import io.jetalyst.contract.engine.ContractClient;
import io.jetalyst.filter.Context;
import io.jetalyst.http.HttpMethod;
import io.jetalyst.http.Result;
import io.jetalyst.route.BodyRule;
import io.jetalyst.route.Route;
import io.jetalyst.support.Params;
import io.jetalyst.support.Results;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Bad input, and the exact answers to it, over both protocols; the server is as well afterwards as before. */
@Timeout(60)
class BadInputServerTest {
    private static final byte[] NOTHING = {};

    private RunningApp app;

    private enum Protocol {
        HTTP_1_1,
        HTTP_2
    }

    @BeforeEach
    void start() {
        app = App.builder()
                .args("--port=0", "--server.max-body=1KiB")
                .mount(new Table())
                .filter((context, next) -> {
                    if (context.request().header("X-Fail").isPresent()) {
                        throw new IllegalStateException("a secret");
                    }
                    return next.proceed();
                })
                .build()
                .start();
    }

    @AfterEach
    void stop() {
        app.close();
    }

    /** @param fields names in lower case, as HTTP/2 demands (RFC 9113 §8.2.1), and values */
    private Answer send(Protocol protocol, String method, String path, byte[] body, String... fields) throws Exception {
        try (ContractClient client = protocol == Protocol.HTTP_2
                ? new Http2Client(app.port(), () -> {})
                : new Http1Client(app.port(), () -> {})) {
            ContractCall call = client.call(method, path, body.length, fields);
            if (body.length > 0) {
                call.send(body);
                call.end();
            }
            return call.await();
        }
    }

    private void assertProblem(int status, String part, Answer answer) {
        assertEquals(status, answer.status(), answer.text());
        assertTrue(answer.text().contains(part), answer.text());
        assertEquals("application/problem+json", answer.header("content-type"));
    }

    private void assertQuery(String query, String name, String code, String detail, Protocol protocol)
            throws Exception {
        assertProblem(
                400,
                "\"errors\":[{\"in\":\"query\",\"name\":\"" + name + "\",\"code\":\"" + code + "\",\"detail\":\""
                        + detail + "\"}]",
                send(protocol, "GET", "/query?" + query, NOTHING));
    }

    @ParameterizedTest
    @EnumSource(Protocol.class)
    void namesWhatIsWrongWithAQuery(Protocol protocol) throws Exception {
        String malformed = "is not valid percent-encoded UTF-8";
        assertQuery("q=a%00b", "q", "encoding", "contains a NUL character", protocol);
        assertQuery("q=%ff", "q", "encoding", malformed, protocol);
        assertQuery("q=%ff&q=%zz&s=%zz", "q", "encoding", malformed, protocol);
        assertQuery("%00=1&q=a&%ff=1", "", "encoding", "has a name that contains a NUL character", protocol);
        assertQuery("a&".repeat(1_001), "", "count", "has more than 1000 parameters", protocol);
        assertEquals("a", send(protocol, "GET", "/query?q=a&other=%zz", NOTHING).text());
        assertEquals(
                "a",
                send(protocol, "GET", "/query?" + "b&".repeat(999) + "q=a", NOTHING)
                        .text());
    }

    @ParameterizedTest
    @EnumSource(Protocol.class)
    void takesTheFirstOfSeveralCookiesOfOneName(Protocol protocol) throws Exception {
        assertEquals(
                "1",
                send(protocol, "GET", "/cookie", NOTHING, "cookie", "a=1; a=2").text());
    }

    @ParameterizedTest
    @EnumSource(Protocol.class)
    void rejectsSeveralContentTypes(Protocol protocol) throws Exception {
        assertProblem(
                400,
                "\"detail\":\"The request has several Content-Type fields.\"",
                send(protocol, "POST", "/text", new byte[1], "content-type", "text/plain", "content-type", "a/b"));
    }

    @ParameterizedTest
    @EnumSource(Protocol.class)
    void rejectsBodiesBeyondTheLimit(Protocol protocol) throws Exception {
        String detail =
                "\"title\":\"Content Too Large\",\"status\":413,\"detail\":\"The body of the request is longer than ";
        assertProblem(413, detail + "1024 bytes.\"", send(protocol, "POST", "/text", new byte[1_025]));
        assertProblem(413, detail + "10 bytes.\"", send(protocol, "POST", "/stream", new byte[11]));
        assertEquals("10", send(protocol, "POST", "/stream", new byte[10]).text());
    }

    @ParameterizedTest
    @EnumSource(Protocol.class)
    void rejectsNulInAForm(Protocol protocol) throws Exception {
        assertProblem(
                400,
                "[{\"in\":\"form\",\"name\":\"a\",\"code\":\"encoding\",\"detail\":\"contains a NUL character\"}]",
                send(
                        protocol,
                        "POST",
                        "/form",
                        "a=%00".getBytes(UTF_8),
                        "content-type",
                        "application/x-www-form-urlencoded"));
    }

    @ParameterizedTest
    @EnumSource(Protocol.class)
    void hidesTheFailuresOfConvertersAndFilters(Protocol protocol) throws Exception {
        for (Answer answer : List.of(
                send(protocol, "GET", "/converter?q=1", NOTHING),
                send(protocol, "GET", "/query?q=1", NOTHING, "x-fail", "1"))) {
            assertProblem(500, "\"title\":\"Internal Server Error\",\"status\":500", answer);
            assertFalse(answer.text().contains("secret"), answer.text());
        }
        assertEquals("1", send(protocol, "GET", "/query?q=1", NOTHING).text());
    }

    /** In frames, each of which waits for the window. */
    @Test
    void readsLongUploadOverHttp2() throws Exception {
        byte[] body = ("--b\r\nContent-Disposition: form-data; name=file; filename=a\r\n\r\n" + "x".repeat(300_000)
                        + "\r\n--b--\r\n")
                .getBytes(UTF_8);
        try (Http2Socket client = new Http2Socket(app.port())) {
            client.request(
                    1,
                    0,
                    ":method",
                    "POST",
                    ":scheme",
                    "http",
                    ":path",
                    "/upload",
                    ":authority",
                    "localhost",
                    "content-type",
                    "multipart/form-data; boundary=b");
            int window = 65_535;
            for (int from = 0; from < body.length; ) {
                byte[] part = Arrays.copyOfRange(body, from, Math.min(body.length, from + 16_000));
                while (window < part.length) {
                    Http2Socket.Frame frame = client.next();
                    if (frame.type() == Http2Socket.WINDOW_UPDATE && frame.stream() == 1) {
                        window += ByteBuffer.wrap(frame.payload()).getInt();
                    }
                }
                from += part.length;
                window -= part.length;
                client.send(Http2Socket.DATA, from == body.length ? Http2Socket.END_STREAM : 0, 1, part);
            }
            assertEquals("300000", new String(client.await(Http2Socket.DATA).payload(), UTF_8));
        }
    }

    private static final class Table implements TestTable {
        @Override
        public List<Route> routes() {
            return List.of(
                    Route.http(HttpMethod.GET, "/query", "Test.query"),
                    Route.http(HttpMethod.GET, "/cookie", "Test.cookie"),
                    Route.http(HttpMethod.GET, "/converter", "Test.converter"),
                    Route.http(HttpMethod.POST, "/text", "Test.text").body(BodyRule.whole()),
                    Route.http(HttpMethod.POST, "/form", "Test.form").body(BodyRule.form()),
                    Route.http(HttpMethod.POST, "/upload", "Test.upload").body(BodyRule.upload()),
                    Route.http(HttpMethod.POST, "/stream", "Test.stream")
                            .body(BodyRule.stream().atMost(10)));
        }

        @Override
        public Result call(int route, Context context) throws Exception {
            Params params = Params.of(context);
            String text = switch (route) {
                case 0 -> params.query("q").toText();
                case 1 -> params.cookie("a").toText();
                case 2 ->
                    params.query("q").to(any -> {
                        throw new IllegalStateException("a secret");
                    });
                case 3 -> params.text();
                case 4 -> params.form("a").toText();
                case 5 -> "" + params.file("file").size();
                default -> length(params);
            };
            params.check();
            return Results.text(text);
        }

        private static String length(Params params) throws IOException {
            return "" + params.stream().transferTo(OutputStream.nullOutputStream());
        }
    }
}

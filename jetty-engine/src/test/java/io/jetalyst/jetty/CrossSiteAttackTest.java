package io.jetalyst.jetty;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.jetalyst.App;
import io.jetalyst.RunningApp;
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
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.eclipse.jetty.http.MetaData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The table of the guide about requests from other sites, over both protocols. */
@Timeout(60)
class CrossSiteAttackTest {
    private static final byte[] NOTHING = {};
    private static final String FORM = "content-type: application/x-www-form-urlencoded";

    private final AtomicInteger changes = new AtomicInteger();
    private final RunningApp app =
            App.builder().args("--port=0").mount(new Table()).build().start();

    @AfterEach
    void stop() {
        app.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sec-fetch-site: same-origin                                      | 200",
                "sec-fetch-site: none                                             | 200",
                "sec-fetch-site: same-origin; origin: null                        | 200",
                "sec-fetch-site: same-site                                        | 403",
                "sec-fetch-site: cross-site                                       | 403",
                "sec-fetch-site: cross-site; origin: http://localhost             | 403",
                "sec-fetch-site: cross-site; sec-fetch-site: same-origin          | 403",
                "sec-fetch-site: unheard-of                                       | 403",
                "sec-fetch-site: SAME-ORIGIN                                      | 403",
                "origin: http://localhost                                         | 200",
                "origin: null                                                     | 403",
                "origin: http://evil.example                                      | 403",
                "origin: http://localhost.evil.example                            | 403",
                "origin: http://localhost@evil.example                            | 403",
                "origin: http://localhost; origin: http://evil.example            | 403",
                "origin: file://                                                  | 403",
                "origin: http://localhost; referer: http://evil.example/page      | 200",
                "referer: http://evil.example/page                                | 200",
                "accept: */*                                                      | 200",
                "origin: http://evil.example; x-http-method-override: GET         | 403",
                "origin: http://evil.example; x-requested-with: XMLHttpRequest    | 403",
                "origin: http://evil.example; access-control-request-method: POST | 403",
                "origin: http://evil.example; x-forwarded-host: evil.example      | 403",
                "origin: http://evil.example; forwarded: host=evil.example        | 403",
            })
    void decidesByTheFieldsOfTheBrowser(String fields, int status) throws Exception {
        for (boolean http2 : new boolean[] {false, true}) {
            changes.set(0);
            Answer answer = send(http2, "POST", "/form", "name=x".getBytes(UTF_8), fields(fields, FORM));

            assertEquals(status, answer.status(), fields + " " + answer.text());
            assertEquals(status == 200 ? 1 : 0, changes.get());
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void refusesBodiesThatAFormCanSendInPlaceOfJson(boolean http2) throws Exception {
        byte[] json = "{\"name\":\"x\"}".getBytes(UTF_8);
        String foreign = "sec-fetch-site: cross-site; origin: http://evil.example; ";
        for (String type :
                List.of("text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x")) {
            String field = "content-type: " + type.replace("; ", ";");
            assertEquals(
                    403,
                    send(http2, "POST", "/json", json, fields(foreign + field, ""))
                            .status());
            assertEquals(
                    415, send(http2, "POST", "/json", json, fields(field, "")).status());
        }
        assertEquals(415, send(http2, "POST", "/json", json).status());
        assertEquals(
                415,
                send(http2, "POST", "/form", json, fields("content-type: text/plain", ""))
                        .status());
        assertEquals(0, changes.get());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void ignoresFieldsThatOverrideTheMethod(boolean http2) throws Exception {
        String foreign = "sec-fetch-site: cross-site; origin: http://evil.example; ";
        for (String override : List.of("x-http-method-override", "x-http-method", "x-method-override")) {
            Answer answer =
                    send(http2, "GET", "/form?_method=POST", NOTHING, fields(foreign + override + ": POST", ""));
            assertEquals("shown", answer.text());
        }
        assertEquals(0, changes.get());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void answersSafeMethodsWithoutPermissionToRead(boolean http2) throws Exception {
        String foreign = "sec-fetch-site: cross-site; origin: http://evil.example";
        for (String method : List.of("GET", "HEAD")) {
            assertUnreadable(200, send(http2, method, "/form", NOTHING, fields(foreign, "")));
        }
        assertUnreadable(
                204,
                send(http2, "OPTIONS", "/form", NOTHING, fields(foreign + "; access-control-request-method: PUT", "")));
        assertEquals(0, changes.get());
    }

    /** A browser shows the response to no page of another site, and sends no request after such a preflight. */
    private static void assertUnreadable(int status, Answer answer) {
        assertEquals(status, answer.status());
        assertFalse(answer.head().contains("access-control"), answer.head());
    }

    /** Names and values of {@code name: value; name: value}. */
    private static String[] fields(String fields, String more) {
        return Stream.of(fields.split("; "), more.isEmpty() ? new String[0] : new String[] {more})
                .flatMap(Arrays::stream)
                .flatMap(field -> Stream.of(field.split(": ", 2)))
                .map(String::strip)
                .toArray(String[]::new);
    }

    private Answer send(boolean http2, String method, String path, byte[] body, String... fields) throws Exception {
        return http2 ? sendHttp2(method, path, body, fields) : sendHttp1(method, path, body, fields);
    }

    /** @param head the lines of the header, with names in lower case */
    private record Answer(int status, String head, String text) {}

    private Answer sendHttp1(String method, String path, byte[] body, String... fields) throws Exception {
        StringBuilder request =
                new StringBuilder(method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n");
        for (int i = 0; i < fields.length; i += 2) {
            request.append(fields[i]).append(": ").append(fields[i + 1]).append("\r\n");
        }
        if (body.length > 0) {
            request.append("Content-Length: ").append(body.length).append("\r\n");
        }
        try (RawSocket raw = new RawSocket(app.port())) {
            raw.write(request + "\r\n");
            raw.write(body);
            StringBuilder all = new StringBuilder();
            raw.readUntilEnd(all);
            int end = all.indexOf("\r\n\r\n");
            return new Answer(
                    Integer.parseInt(all.substring(9, 12)),
                    all.substring(0, end).toLowerCase(Locale.ROOT),
                    all.substring(end + 4));
        }
    }

    private Answer sendHttp2(String method, String path, byte[] body, String... fields) throws Exception {
        String[] pseudo = {":method", method, ":scheme", "http", ":path", path, ":authority", "localhost"};
        try (Http2Socket socket = new Http2Socket(app.port())) {
            socket.request(
                    1,
                    body.length == 0 ? Http2Socket.END_STREAM : 0,
                    Stream.of(pseudo, fields).flatMap(Arrays::stream).toArray(String[]::new));
            if (body.length > 0) {
                socket.send(Http2Socket.DATA, Http2Socket.END_STREAM, 1, body);
            }
            Http2Socket.Frame frame = socket.await(Http2Socket.HEADERS);
            MetaData.Response head = (MetaData.Response) socket.decoder().decode(ByteBuffer.wrap(frame.payload()));
            StringBuilder text = new StringBuilder();
            while (!frame.isLast()) {
                frame = socket.next();
                if (frame.type() == Http2Socket.DATA) {
                    text.append(new String(frame.payload(), UTF_8));
                }
            }
            return new Answer(
                    head.getStatus(), head.getHttpFields().toString().toLowerCase(Locale.ROOT), text.toString());
        }
    }

    private final class Table implements RouteTable, Invoker {
        @Override
        public int format() {
            return FORMAT;
        }

        @Override
        public List<Route> routes() {
            return List.of(
                    Route.http(HttpMethod.GET, "/form", "Test.show"),
                    Route.http(HttpMethod.POST, "/form", "Test.form").body(BodyRule.form()),
                    Route.http(HttpMethod.POST, "/json", "Test.json").body(BodyRule.json()));
        }

        @Override
        public Invoker bind(Bindings bindings) {
            return this;
        }

        @Override
        public Result call(int route, Context context) {
            if (route == 0) {
                return Results.text("shown");
            }
            if (route == 1) {
                Params.of(context).form("name").toText();
            }
            changes.incrementAndGet();
            return Results.text("changed");
        }
    }
}

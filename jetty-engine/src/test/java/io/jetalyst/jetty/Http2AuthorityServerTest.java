package io.jetalyst.jetty;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jetalyst.App;
import io.jetalyst.RunningApp;
import io.jetalyst.filter.Context;
import io.jetalyst.http.HttpMethod;
import io.jetalyst.http.Result;
import io.jetalyst.route.BodyRule;
import io.jetalyst.route.Route;
import io.jetalyst.support.Results;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The {@code :authority}, the {@code host} and the {@code content-length} of requests over HTTP/2 (RFC 9113 §8.1.1, §8.3.1). */
@Timeout(60)
class Http2AuthorityServerTest {
    private static final int GO_AWAY = 7;

    private RunningApp app;

    private void start(String setting) {
        app = App.builder().args("--port=0", setting).mount(new Table()).build().start();
    }

    @AfterEach
    void stop() {
        app.close();
    }

    /** @param fields names and values, joined by = and separated by | */
    private static List<String> fields(String method, String fields) {
        List<String> all = new ArrayList<>(List.of(":method", method, ":scheme", "http", ":path", "/authority"));
        for (String field : fields.split("\\|")) {
            String[] pair = field.split("=", 2);
            all.addAll(List.of(pair[0].strip(), pair[1].strip()));
        }
        return all;
    }

    private void assertStatus(int status, String fields) throws Exception {
        try (Http2Socket client = new Http2Socket(app.port())) {
            client.request(1, Http2Socket.END_STREAM, fields("GET", fields).toArray(String[]::new));
            assertEquals(status, client.status(1));
        }
    }

    @ParameterizedTest
    @CsvSource({
        ":authority=shop.example, 200",
        "host=shop.example, 200",
        "host=SHOP.example:8080, 200",
        ":authority=shop.example|host=Shop.Example, 200",
        ":authority=shop.example|host=shop.example:80, 200",
        ":authority=evil.example, 421",
        "host=evil.example, 421",
        "host=evil.example:80, 421",
    })
    void answersForTheHostsOfTheSetting(String fields, int status) throws Exception {
        start("--server.hosts=shop.example");
        assertStatus(status, fields);
    }

    @ParameterizedTest
    @CsvSource({"host=localhost, 200", "host=127.0.0.1:80, 200", "host=[::1]:80, 200", "host=evil.example, 421"})
    void answersForThisMachineInDevMode(String fields, int status) throws Exception {
        start("--mode=dev");
        assertStatus(status, fields);
    }

    @ParameterizedTest
    @CsvSource({
        "a=b",
        "host=",
        ":authority=",
        "host=a b",
        "host=user@a",
        "host=a/b",
        "host=a:99999",
        "host=a:x",
        "host=[g::b c]",
        "host=[::1",
        "host=[]",
        "host=a|host=a",
        "host=a|host=b",
        ":authority=a|host=b",
        ":authority=a|host=a:81",
        ":authority=a|host=a|host=a",
        ":authority=a|host=",
        ":authority=user@a",
        ":authority=a/b",
        ":authority=a:99999",
        "':authority=a,b'",
    })
    void rejectsMalformedOrDifferentHosts(String fields) throws Exception {
        start("--mode=production");
        try (Http2Socket client = new Http2Socket(app.port())) {
            client.request(1, Http2Socket.END_STREAM, fields("GET", fields).toArray(String[]::new));
            assertRejected(client);
        }
    }

    @Test
    void handlerReadsHostAsAuthority() throws Exception {
        start("--mode=production");
        try (Http2Socket client = new Http2Socket(app.port())) {
            client.request(
                    1,
                    Http2Socket.END_STREAM,
                    fields("GET", "host=a.example:81").toArray(String[]::new));
            assertEquals(200, client.status(1));
            assertEquals(
                    "http://a.example:81",
                    new String(client.await(Http2Socket.DATA).payload(), UTF_8));
            String own = "host=a.example|origin=http://a.example";
            client.request(3, Http2Socket.END_STREAM, fields("POST", own).toArray(String[]::new));
            assertEquals(200, client.status(3));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "content-length=5, 200",
        "content-length=005, 200",
        "content-length=-5, 400",
        "content-length=+5, 400",
        "content-length=0x5, 400",
        "content-length=5_, 400",
        "content-length=, 400",
        "'content-length=5,5', 400",
        "content-length=5|content-length=5, 400",
        "content-length=5|content-length=6, 400",
        "content-length=99999999999999999999999, 400",
        "content-length=6, 400",
    })
    void readsLengthsOfDigitsOnly(String length, int status) throws Exception {
        start("--mode=production");
        try (Http2Socket client = new Http2Socket(app.port())) {
            client.request(1, 0, fields("POST", ":authority=a|" + length).toArray(String[]::new));
            client.send(Http2Socket.DATA, Http2Socket.END_STREAM, 1, "hello".getBytes(UTF_8));
            if (status == 200) {
                assertEquals(200, client.status(1));
            } else {
                assertRejected(client);
            }
        }
    }

    /** A malformed request is a 400 or a reset of its stream, or Jetty ends the connection if it cannot parse the field. */
    private static void assertRejected(Http2Socket client) throws Exception {
        Http2Socket.Frame answer = client.await(Http2Socket.HEADERS, Http2Socket.RST_STREAM, GO_AWAY);
        if (answer.type() == GO_AWAY) {
            return;
        }
        assertEquals(1, answer.stream());
        if (answer.type() == Http2Socket.HEADERS) {
            assertEquals(400, client.status(answer));
        }
        client.request(3, Http2Socket.END_STREAM, fields("GET", ":authority=a").toArray(String[]::new));
        assertEquals(200, client.status(3));
    }

    private static final class Table implements TestTable {
        @Override
        public List<Route> routes() {
            return List.of(
                    Route.get("/authority", "Test.get"),
                    Route.http(HttpMethod.POST, "/authority", "Test.post").body(BodyRule.whole()));
        }

        @Override
        public Result call(int route, Context context) {
            return Results.text(
                    context.request().scheme() + "://" + context.request().authority());
        }
    }
}

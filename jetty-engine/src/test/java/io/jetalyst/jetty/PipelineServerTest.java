package io.jetalyst.jetty;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.App;
import io.jetalyst.RunningApp;
import io.jetalyst.filter.Context;
import io.jetalyst.http.Deferred;
import io.jetalyst.http.HttpMethod;
import io.jetalyst.http.Response;
import io.jetalyst.http.Result;
import io.jetalyst.route.Route;
import io.jetalyst.socket.SocketOptions;
import io.jetalyst.socket.WebSocketHandshake;
import io.jetalyst.support.Params;
import io.jetalyst.support.Results;
import io.jetalyst.testkit.RawSocket;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Filters, deadlines and proxies, as a client of the real server sees them. */
@Timeout(60)
class PipelineServerTest {
    private final CountDownLatch called = new CountDownLatch(1);
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
                .mount(new Table(called))
                .filter((context, next) -> next.proceed().map(response -> response.header("X-Filter", "1")))
                .build()
                .start();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /quick -> 200",
                "GET /nowhere -> 404",
                "POST /quick -> 405",
                "BREW /quick -> 501",
                "GET /query -> 400",
                "GET /fails -> 500",
                "GET /fails-later -> 500",
                "GET /null-later -> 500",
                "GET /never -> 503",
            })
    void passesEveryResponseThroughTheFilters(String line) throws Exception {
        start(line.startsWith("GET /never ") ? "--server.answer-timeout=200ms" : "--server.answer-timeout=60s");
        String[] parts = line.split(" -> ");

        String answer = send(parts[0] + " HTTP/1.1", "Host: localhost");

        assertTrue(answer.startsWith("HTTP/1.1 " + parts[1] + " "), answer);
        assertTrue(answer.contains("\r\nX-Filter: 1\r\n"), answer);
    }

    @Test
    void rejectsQueriesThatAreNotUtf8() throws Exception {
        start();

        String raw = send("GET /query?q=\u00ff HTTP/1.1", "Host: localhost");
        String escaped = send("GET /query?q=%ff HTTP/1.1", "Host: localhost");

        assertTrue(raw.startsWith("HTTP/1.1 400 "), raw);
        assertTrue(escaped.startsWith("HTTP/1.1 400 "), escaped);
    }

    @Test
    void doesNotWaitForADeferredResponseWhoseClientHasGone() throws Exception {
        start("--server.stop-timeout=10m", "--server.answer-timeout=10m");
        try (RawSocket raw = new RawSocket(app.port())) {
            raw.write("GET /never HTTP/1.1\r\nHost: localhost\r\n\r\n");
            assertTrue(called.await(10, TimeUnit.SECONDS), "not called");
            raw.reset();
        }

        app.close(); // would outlast the time limit of this test
    }

    @Test
    void opensWebSocketBehindAProxyThatEndsTls() throws Exception {
        start();

        String same = handshake("Host: chat.example", "Origin: https://chat.example");
        String foreign = handshake("Host: chat.example", "Origin: https://evil.example");

        assertTrue(same.startsWith("HTTP/1.1 101 "), same);
        assertTrue(foreign.startsWith("HTTP/1.1 403 "), foreign);
    }

    @Test
    void opensWebSocketBehindAProxyThatChangesTheHost() throws Exception {
        String[] fields = {
            "Host: 127.0.0.1:8080",
            "Origin: https://chat.example",
            "X-Forwarded-Host: chat.example",
            "X-Forwarded-Proto: https",
            "X-Forwarded-For: 203.0.113.7"
        };
        start();
        String unset = handshake(fields);
        app.close();
        start("--server.forwarded=x-forwarded");
        String set = handshake(fields);
        app.close();
        start("--server.public-url=https://chat.example");
        String named = handshake(fields);
        app.close();
        start("--server.origins=https://chat.example");
        String allowed = handshake(fields);

        assertTrue(unset.startsWith("HTTP/1.1 403 "), unset);
        assertTrue(set.startsWith("HTTP/1.1 101 "), set);
        assertTrue(named.startsWith("HTTP/1.1 101 "), named);
        assertTrue(allowed.startsWith("HTTP/1.1 101 "), allowed);
    }

    @Test
    void answersInDevModeForNamesOfThisMachineOnly() throws Exception {
        start("--mode=dev");

        String foreign = handshake("Host: evil.example", "Origin: http://evil.example");
        String page = send("GET /quick HTTP/1.1", "Host: evil.example");
        String local = handshake("Host: localhost:" + app.port(), "Origin: http://localhost:" + app.port());

        assertTrue(foreign.startsWith("HTTP/1.1 421 "), foreign);
        assertTrue(page.startsWith("HTTP/1.1 421 "), page);
        assertTrue(local.startsWith("HTTP/1.1 101 "), local);
    }

    private String handshake(String... lines) throws IOException {
        String[] all = new String[lines.length + 4];
        System.arraycopy(lines, 0, all, 0, lines.length);
        all[lines.length] = "Upgrade: websocket";
        all[lines.length + 1] = "Connection: Upgrade";
        all[lines.length + 2] = "Sec-WebSocket-Version: 13";
        all[lines.length + 3] = "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==";
        return send("GET /socket HTTP/1.1", all);
    }

    private String send(String line, String... fields) throws IOException {
        try (RawSocket raw = new RawSocket(app.port())) {
            raw.write(line + "\r\n" + String.join("\r\n", fields) + "\r\n\r\n");
            return raw.readHead();
        }
    }

    /** A table as the processor would generate it. */
    private record Table(CountDownLatch called) implements TestTable {
        @Override
        public List<Route> routes() {
            return List.of(
                    Route.http(HttpMethod.GET, "/quick", "Test.quick").nonBlocking(),
                    Route.http(HttpMethod.GET, "/query", "Test.query"),
                    Route.http(HttpMethod.GET, "/fails", "Test.fails"),
                    Route.http(HttpMethod.GET, "/fails-later", "Test.failsLater"),
                    Route.http(HttpMethod.GET, "/null-later", "Test.nullLater"),
                    Route.http(HttpMethod.GET, "/never", "Test.never"),
                    Route.socket("/socket", "Test.socket", SocketOptions.DEFAULT));
        }

        @Override
        public Result call(int route, Context context) {
            called.countDown();
            return switch (route) {
                case 0 -> Results.text("quick");
                case 1 -> {
                    Params params = Params.of(context);
                    String q = params.query("q").toText();
                    params.check();
                    yield Results.text(q);
                }
                case 2 -> throw new IllegalStateException("password=hunter2");
                case 3 -> new Deferred(CompletableFuture.failedFuture(new IllegalStateException("password=hunter2")));
                case 4 -> new Deferred(CompletableFuture.<Response>completedFuture(null));
                default -> new Deferred(new CompletableFuture<>());
            };
        }

        @Override
        public boolean connect(int route, Context context, WebSocketHandshake handshake) {
            return handshake.isRequested();
        }
    }
}

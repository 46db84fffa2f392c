package io.jetalyst.metrics.micrometer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.App;
import io.jetalyst.RunningApp;
import io.jetalyst.engine.Listener.Tcp;
import io.jetalyst.testkit.RawSocket;
import io.jetalyst.testkit.TestApp;
import io.jetalyst.testkit.TestHttp;
import io.jetalyst.testkit.TestSocket;
import io.jetalyst.testkit.TestSockets;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Metrics of requests and sockets, as Prometheus reads them. */
@Timeout(120)
class MetricsTest {
    private static final int REQUESTS = 10_000;
    private static final int PIPELINED = 200;

    @RegisterExtension
    final TestApp app = TestApp.of(
            args -> App.builder().args(args).mount(new OrderController_Routes()).build(),
            "--metrics=http://127.0.0.1:0");

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void countsRequestsByTheTemplateOfTheRoute(RunningApp running, TestHttp http) throws Exception {
        http.get("/orders/1").expect(200);
        http.get("/orders/2?token=secret").expect(200);
        http.get("/orders/none").expect(400);
        http.post("/orders", "").expect(200);
        http.delete("/orders/1").expect(405);
        http.get("/nothing").expect(404);
        http.get("/health/live").expect(200);

        Series series = await(running, read -> read.sum("http_server_requests_seconds_count") == 7);

        assertEquals(2, series.value(requests("GET", "SUCCESS", 200, "/orders/{id}")));
        assertEquals(1, series.value(requests("GET", "CLIENT_ERROR", 400, "/orders/{id}")));
        assertEquals(1, series.value(requests("POST", "SUCCESS", 200, "/orders")));
        assertEquals(1, series.value(requests("DELETE", "CLIENT_ERROR", 405, "UNKNOWN")));
        assertEquals(1, series.value(requests("GET", "CLIENT_ERROR", 404, "NOT_FOUND")));
        assertEquals(1, series.value(requests("GET", "SUCCESS", 200, "/health/live")));
        assertEquals(1, series.value("shop_orders_total"), "a meter of the application");
        assertTrue(series.value("jvm_threads_live_threads") > 0);
        assertTrue(series.value("process_uptime_seconds") > 0);
        assertTrue(series.value("http_server_connections") >= 1);
        assertTrue(series.value("http_server_sent_bytes_total") > 0);
        assertEquals(0, series.value("http_server_rejections_total{limit=\"requests\"}"));
        assertFalse(series.toString().contains("secret"));
    }

    @Test
    void countsSocketsAndTheirMessages(RunningApp running, TestSockets sockets) throws Exception {
        TestSocket socket = sockets.open("/orders/1/progress");
        socket.send("one").send("two");
        socket.await(String.class, "order 1: two"::equals);

        Series open = await(running, read -> read.value("websocket_messages_sent_total") == 2);
        assertEquals(1, open.value("websocket_sessions"));
        assertEquals(2, open.value("websocket_messages_received_total"));
        assertTrue(open.value("websocket_received_bytes_total") > 6);
        socket.close();

        Series closed = await(running, read -> read.value("websocket_sessions") == 0);
        assertEquals(
                1,
                closed.value(
                        "websocket_sessions_closed_seconds_count{cause=\"client\",code=\"1000\",uri=\"/orders/{id}/progress\"}"));
        assertEquals(2, closed.value("websocket_messages_received_total"), "the sum keeps sessions that have ended");
        assertEquals(1, closed.value(requests("GET", "INFORMATIONAL", 101, "/orders/{id}/progress")));
    }

    /** The client may choose any code from 3000 to 4999, and any path, method and host. */
    @Test
    void makesNoSeriesForWhatClientsChoose(RunningApp running, TestSockets sockets) throws Exception {
        attack(sockets, new Random(1), PIPELINED);
        closeWithOtherCodes(sockets, 3000, 4);
        Set<String> before = await(running, read -> read.sum("websocket_sessions_closed_seconds_count") == 4)
                .names();

        attack(sockets, new Random(2), REQUESTS);
        closeWithOtherCodes(sockets, 3100, 20);
        Series after = await(running, read -> read.sum("websocket_sessions_closed_seconds_count") == 24);

        assertEquals(before, after.names());
        assertEquals(REQUESTS + PIPELINED + 24, after.sum("http_server_requests_seconds_count"));
    }

    private static void attack(TestSockets sockets, Random random, int count) throws IOException {
        for (int sent = 0; sent < count; sent += PIPELINED) {
            StringBuilder requests = new StringBuilder();
            for (int i = 0; i < PIPELINED; i++) {
                String method = i % 2 == 0
                        ? "GET"
                        : "X" + Integer.toString(random.nextInt(1 << 30), 36).toUpperCase();
                requests.append(method).append(" /").append(Long.toString(random.nextLong() >>> 1, 36));
                requests.append(" HTTP/1.1\r\nHost: h")
                        .append(random.nextInt(1 << 20))
                        .append(".example\r\n");
                requests.append(i == PIPELINED - 1 ? "Connection: close\r\n\r\n" : "\r\n");
            }
            try (RawSocket raw = sockets.rawConnection()) {
                raw.write(requests.toString());
                StringBuilder responses = new StringBuilder();
                raw.readUntilEnd(responses);
                assertEquals(PIPELINED, responses.toString().split("HTTP/1\\.1 ", -1).length - 1);
            }
        }
    }

    private static void closeWithOtherCodes(TestSockets sockets, int first, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            try (RawSocket raw = sockets.raw("/orders/" + i + "/progress")) {
                raw.closeFrame(first + 1000 * (i % 2) + i);
                raw.readClose();
            }
        }
    }

    @Test
    void servesMetricsOnTheirListenerOnly(RunningApp running, TestHttp http) throws Exception {
        http.get("/metrics").expect(404);

        assertEquals(404, get(running, "GET", "/orders/1").statusCode());
        assertEquals(404, get(running, "GET", "/").statusCode());
        assertEquals(405, get(running, "POST", "/metrics").statusCode());
        assertEquals("", get(running, "HEAD", "/metrics").body());
        HttpResponse<String> metrics = get(running, "GET", "/metrics");
        assertEquals(
                "text/plain; version=0.0.4; charset=utf-8",
                metrics.headers().firstValue("Content-Type").orElse(""));
        assertTrue(metrics.body().endsWith("\n"));
    }

    private static String requests(String method, String outcome, int status, String uri) {
        return "http_server_requests_seconds_count{method=\"" + method + "\",outcome=\"" + outcome + "\",status=\""
                + status + "\",uri=\"" + uri + "\"}";
    }

    /** A request is counted when its response was sent, which may be after its client has received it. */
    private Series await(RunningApp running, Predicate<Series> condition) throws Exception {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (true) {
            Series series = Series.parse(get(running, "GET", "/metrics").body());
            if (condition.test(series) || deadline - System.nanoTime() < 0) {
                assertTrue(condition.test(series), series::toString);
                return series;
            }
        }
    }

    private HttpResponse<String> get(RunningApp running, String method, String path) throws Exception {
        Tcp address = (Tcp) running.metricsListener().orElseThrow().address();
        URI uri = URI.create("http://127.0.0.1:" + address.port() + path);
        return client.send(
                HttpRequest.newBuilder(uri)
                        .method(method, BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofString());
    }
}

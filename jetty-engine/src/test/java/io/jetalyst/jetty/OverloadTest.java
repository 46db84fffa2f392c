package io.jetalyst.jetty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.App;
import io.jetalyst.RunningApp;
import io.jetalyst.engine.ServerLimit;
import io.jetalyst.filter.Context;
import io.jetalyst.http.Deferred;
import io.jetalyst.http.HttpMethod;
import io.jetalyst.http.Response;
import io.jetalyst.http.Result;
import io.jetalyst.route.Route;
import io.jetalyst.socket.SocketOptions;
import io.jetalyst.socket.WebSocketHandshake;
import io.jetalyst.support.Results;
import io.jetalyst.testkit.RawSocket;
import io.jetalyst.view.ErrorPages;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.http.HttpFields;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Requests and handshakes beyond the limits of the server are answered with 503, and the others are not affected. */
@Timeout(60)
class OverloadTest {
    private static final int MAX_REQUESTS = 3;

    private final Semaphore called = new Semaphore(0);
    private final CompletableFuture<Response> held = new CompletableFuture<>();
    private final AtomicInteger pages = new AtomicInteger();
    private final List<RawSocket> inside = new ArrayList<>();
    private RunningApp app;

    private void start(String... settings) {
        app = App.builder()
                .args("--port=0", "--server.max-requests=" + MAX_REQUESTS)
                .args(settings)
                .mount(new Table(called, held))
                .bind(ErrorPages.class, error -> {
                    pages.incrementAndGet();
                    throw new IllegalStateException("no page");
                })
                .build()
                .start();
    }

    @AfterEach
    void stop() throws IOException {
        for (RawSocket each : inside) {
            each.close();
        }
        held.complete(Response.text("held"));
        app.close();
    }

    @Test
    void rejectsRequestsBeyondTheLimitAndKeepsTheirConnections() throws Exception {
        start();
        fill();
        try (RawSocket outside = new RawSocket(app.port())) {
            for (int i = 0; i < 5; i++) {
                outside.write("GET /quick HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\n\r\n");
                String head = outside.readHead();
                assertBusy(head);
                assertTrue(!head.contains("Connection: close"), head);
                outside.readFully(length(head));
            }
            assertEquals(5, app.rejections().count(ServerLimit.REQUESTS));
            assertEquals(0, called.availablePermits());
            assertEquals(0, pages.get(), "an error page of the application");

            held.complete(Response.text("held"));
            for (RawSocket each : inside) {
                assertTrue(each.readHead().startsWith("HTTP/1.1 200 "));
            }
            outside.write("GET /quick HTTP/1.1\r\nHost: localhost\r\n\r\n");
            assertTrue(outside.readHead().startsWith("HTTP/1.1 200 "));
        }
    }

    @Test
    void rejectsARequestBeforeItsContentArrives() throws Exception {
        start();
        fill();
        try (RawSocket outside = new RawSocket(app.port());
                RawSocket careful = new RawSocket(app.port())) {
            outside.write("POST /form HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10000000\r\n\r\n");
            String head = outside.readHead();
            assertBusy(head);
            assertTrue(head.contains("Connection: close"), head);
            careful.write(
                    "POST /form HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\nExpect: 100-continue\r\n\r\n");
            assertBusy(careful.readHead());
        }
    }

    @Test
    void answersHealthChecksAtTheLimit() throws Exception {
        start();
        fill();
        try (RawSocket balancer = new RawSocket(app.port())) {
            for (String path : List.of("/health/live", "/health/ready")) {
                balancer.write("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
                String head = balancer.readHead();
                assertTrue(head.startsWith("HTTP/1.1 200 "), head);
                balancer.readFully(length(head));
            }
            assertEquals(0, app.rejections().count(ServerLimit.REQUESTS));
        }
    }

    @Test
    void rejectsStreamsBeyondTheLimit() throws Exception {
        start();
        try (Http2Socket client = new Http2Socket(app.port())) {
            for (int stream = 1; stream <= 2 * MAX_REQUESTS; stream += 2) {
                client.get(stream, "/held");
                assertTrue(called.tryAcquire(20, TimeUnit.SECONDS), "not called");
            }
            for (int stream = 101; stream < 111; stream += 2) {
                client.get(stream, "/quick");
                HttpFields fields = client.fields(stream);
                assertEquals("1", fields.get("Retry-After"));
            }
            client.request(111, 0, ":method", "POST", ":scheme", "http", ":path", "/form", ":authority", "localhost");
            assertEquals(503, client.status(111));
            assertEquals(6, app.rejections().count(ServerLimit.REQUESTS));

            client.get(113, "/health/live");
            assertEquals(200, client.status(113));

            held.complete(Response.text("held"));
            for (int stream = 1; stream <= 2 * MAX_REQUESTS; stream += 2) {
                client.await(Http2Socket.HEADERS);
            }
        }
    }

    @Test
    void countsARequestUntilItsClientHasGone() throws Exception {
        start();
        fill();
        inside.forEach(RawSocket::reset);
        String head = "HTTP/1.1 503 ";
        while (head.startsWith("HTTP/1.1 503 ")) {
            try (RawSocket next = new RawSocket(app.port())) {
                next.write("GET /quick HTTP/1.1\r\nHost: localhost\r\n\r\n");
                head = next.readHead();
            }
        }
        assertTrue(head.startsWith("HTTP/1.1 200 "), head);
    }

    @Test
    void rejectsHandshakesBeyondTheRateAndAcceptsThemLater() throws Exception {
        start("--server.max-handshakes-per-second=1");
        String head;
        int rejected = 0;
        do { // a slow machine needs more than a second for two of them
            handshake().close();
            try (RawSocket second = handshake()) {
                head = second.readHead();
            }
        } while (head.startsWith("HTTP/1.1 101 "));
        assertBusy(head);
        while (!head.startsWith("HTTP/1.1 101 ")) {
            assertBusy(head);
            rejected++;
            try (RawSocket later = handshake()) {
                head = later.readHead();
            }
        }
        assertTrue(app.rejections().count(ServerLimit.HANDSHAKES) >= rejected);
        try (RawSocket page = new RawSocket(app.port())) {
            page.write("GET /quick HTTP/1.1\r\nHost: localhost\r\n\r\n");
            assertTrue(page.readHead().startsWith("HTTP/1.1 200 "));
        }
    }

    private RawSocket handshake() throws IOException {
        RawSocket raw = new RawSocket(app.port());
        raw.write("GET /socket HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");
        return raw;
    }

    /** Opens connections with as many requests in flight as there may be. */
    private void fill() throws Exception {
        for (int i = 0; i < MAX_REQUESTS; i++) {
            RawSocket raw = new RawSocket(app.port());
            inside.add(raw);
            raw.write("GET /held HTTP/1.1\r\nHost: localhost\r\n\r\n");
            assertTrue(called.tryAcquire(20, TimeUnit.SECONDS), "not called");
        }
    }

    private static void assertBusy(String head) {
        assertTrue(head.startsWith("HTTP/1.1 503 "), head);
        assertTrue(head.contains("\r\nRetry-After: 1\r\n"), head);
    }

    private static int length(String head) {
        return Integer.parseInt(head.replaceAll("(?s).*Content-Length: (\\d+).*", "$1"));
    }

    /** A table as the processor would generate it. */
    private record Table(Semaphore called, CompletableFuture<Response> held) implements TestTable {
        @Override
        public List<Route> routes() {
            return List.of(
                    Route.http(HttpMethod.GET, "/quick", "Test.quick"),
                    Route.http(HttpMethod.POST, "/form", "Test.form"),
                    Route.http(HttpMethod.GET, "/held", "Test.held").nonBlocking(),
                    Route.socket("/socket", "Test.socket", SocketOptions.DEFAULT));
        }

        @Override
        public Result call(int route, Context context) {
            if (route == 2) {
                called.release();
                return new Deferred(held);
            }
            return Results.text("quick");
        }

        @Override
        public boolean connect(int route, Context context, WebSocketHandshake handshake) {
            return handshake.isRequested();
        }
    }
}

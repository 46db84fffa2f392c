package io.jetalyst.jetty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.engine.Exchange;
import io.jetalyst.http.Response;
import io.jetalyst.testkit.RawSocket;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Requests that arrive while the server stops. */
@Timeout(60)
class StopTest {
    private static final String HELD = "GET /held HTTP/1.1\r\nHost: a\r\n\r\n";
    private static final String NEXT = "GET /next HTTP/1.1\r\nHost: a\r\n\r\n";
    private static final int GOAWAY = 7;
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final CompletableFuture<Exchange> held = new CompletableFuture<>();

    private void answer(Exchange exchange) {
        if (exchange.request().path().equals("/held")) {
            held.complete(exchange);
        } else {
            exchange.respond(Response.text("ok"));
        }
    }

    private static void assertLastAnswer(RawSocket raw) throws Exception {
        String head = raw.readHead();
        assertTrue(head.startsWith("HTTP/1.1 200 "), head);
        assertTrue(head.contains("Connection: close"), head);
        StringBuilder body = new StringBuilder();
        raw.readUntilEnd(body);
        assertEquals("ok", body.toString());
    }

    @Test
    void answersConnectionsThatWereNotAcceptedYet() throws Exception {
        List<RawSocket> queued = new ArrayList<>();
        try (TestServer server = TestServer.http(options -> options.maxConnections(1), this::answer);
                RawSocket first = new RawSocket(server.port())) {
            first.write(HELD);
            Exchange exchange = held.get(10, TimeUnit.SECONDS);
            for (int i = 0; i < 5; i++) {
                RawSocket raw = new RawSocket(server.port());
                queued.add(raw);
                raw.write(NEXT);
            }
            CompletableFuture<Void> stopped =
                    CompletableFuture.runAsync(() -> server.engine().stop(LIMIT));
            for (RawSocket raw : queued) {
                assertLastAnswer(raw);
            }
            exchange.respond(Response.text("ok"));
            assertLastAnswer(first);
            stopped.get(30, TimeUnit.SECONDS);
        } finally {
            for (RawSocket raw : queued) {
                raw.close();
            }
        }
    }

    @Test
    void answersThePipelinedRequestBehindAResponseThatHasBegun() throws Exception {
        CountDownLatch stopping = new CountDownLatch(1);
        try (TestServer server = TestServer.http(this::answer);
                RawSocket raw = new RawSocket(server.port());
                RawSocket other = new RawSocket(server.port())) {
            raw.write(HELD + NEXT);
            Exchange exchange = held.get(10, TimeUnit.SECONDS);
            exchange.respond(Response.write("text/plain", out -> {
                        out.write("be".getBytes(StandardCharsets.US_ASCII));
                        out.flush();
                        await(stopping);
                        out.write("gun".getBytes(StandardCharsets.US_ASCII));
                    })
                    .header("Content-Length", "5"));
            String head = raw.readHead();
            assertFalse(head.contains("Connection: close"), head);
            CompletableFuture<Void> stopped =
                    CompletableFuture.runAsync(() -> server.engine().stop(LIMIT));
            awaitDraining(other);
            stopping.countDown();
            assertEquals("begun", new String(raw.readFully(5), StandardCharsets.US_ASCII));
            assertLastAnswer(raw);
            stopped.get(30, TimeUnit.SECONDS);
        }
    }

    @Test
    void sendsGoAwayAndAnswersTheOpenStreamsOfHttp2() throws Exception {
        try (TestServer server = TestServer.http(this::answer);
                Http2Socket http2 = new Http2Socket(server.port())) {
            http2.get(1, "/held");
            Exchange exchange = held.get(10, TimeUnit.SECONDS);

            server.engine().drain();

            Http2Socket.Frame frame = http2.next();
            while (frame.type() != GOAWAY) {
                frame = http2.next();
            }
            exchange.respond(Response.text("ok"));
            assertEquals(200, http2.status(1));
        }
    }

    @Test
    void servesOpenConnectionsBetweenDrainAndStop() throws Exception {
        try (TestServer server = TestServer.http(this::answer);
                RawSocket raw = new RawSocket(server.port())) {
            raw.write(NEXT);
            raw.readHead();
            assertEquals("ok", new String(raw.readFully(2), StandardCharsets.US_ASCII));

            server.engine().drain();

            assertThrows(ConnectException.class, () -> new RawSocket(server.port()));
            raw.write(NEXT);
            assertLastAnswer(raw);
        }
    }

    @Test
    void aSecondStopShortensTheFirst() throws Exception {
        try (TestServer server = TestServer.http(this::answer);
                RawSocket raw = new RawSocket(server.port())) {
            raw.write(HELD);
            held.get(10, TimeUnit.SECONDS);
            CompletableFuture<Void> stopped =
                    CompletableFuture.runAsync(() -> server.engine().stop(Duration.ofHours(1)));

            server.engine().stop(Duration.ZERO);

            stopped.get(30, TimeUnit.SECONDS);
        }
    }

    /** Observers write the line of a request to the access log there. */
    @Test
    void waitsForTheTasksOfAnExchangeThatHasEnded() throws Exception {
        CountDownLatch ending = new CountDownLatch(1);
        CountDownLatch stopped = new CountDownLatch(1);
        CompletableFuture<Boolean> early = new CompletableFuture<>();
        try (TestServer server = TestServer.http(exchange -> {
                    exchange.onEnd(() -> {
                        ending.countDown();
                        early.complete(isReached(stopped));
                    });
                    exchange.execute(() -> exchange.respond(Response.text("ok")));
                });
                RawSocket raw = new RawSocket(server.port())) {
            raw.write(NEXT);
            ending.await();
            server.engine().stop(LIMIT);
            stopped.countDown();
            assertFalse(early.get(10, TimeUnit.SECONDS), "the stop returned before the task");
        }
    }

    /** Long enough for a stop that does not wait. */
    private static boolean isReached(CountDownLatch latch) {
        try {
            return latch.await(3, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            return true;
        }
    }

    @Test
    void waitsForAnExchangeWhoseClientHasGone() throws Exception {
        CountDownLatch gone = new CountDownLatch(1);
        CountDownLatch stopped = new CountDownLatch(1);
        try (TestServer server = TestServer.http(exchange -> {
            exchange.onAbort(cause -> gone.countDown());
            held.complete(exchange);
        })) {
            try (RawSocket raw = new RawSocket(server.port())) {
                raw.write(HELD);
                held.get(10, TimeUnit.SECONDS);
            }
            gone.await();
            CompletableFuture<Boolean> early = CompletableFuture.supplyAsync(() -> {
                boolean reached = isReached(stopped);
                held.join().respond(Response.text("late"));
                return reached;
            });
            server.engine().stop(LIMIT);
            stopped.countDown();
            assertFalse(early.get(10, TimeUnit.SECONDS), "the stop returned before the exchange ended");
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Asks until the server announces the end of the connection; bounded by the test's time. */
    private static void awaitDraining(RawSocket raw) throws Exception {
        boolean closes;
        do {
            raw.write(NEXT);
            closes = raw.readHead().contains("Connection: close");
            raw.readFully(2);
        } while (!closes);
    }
}

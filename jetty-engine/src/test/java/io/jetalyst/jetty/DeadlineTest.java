package io.jetalyst.jetty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.engine.ExchangeHandler;
import io.jetalyst.http.HttpProblem;
import io.jetalyst.http.Response;
import io.jetalyst.http.Status;
import io.jetalyst.testkit.RawSocket;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Clients that are slow, or too many. */
@Timeout(60)
class DeadlineTest {
    private static final ExchangeHandler OK = exchange -> exchange.respond(Response.text("ok"));

    /** A byte now and then keeps the idle timeout away. */
    private static void trickleUntilEnd(RawSocket raw, StringBuilder answer) throws Exception {
        CompletableFuture<Void> reading = CompletableFuture.runAsync(() -> {
            try {
                raw.readUntilEnd(answer);
            } catch (IOException reset) {
                // the end all the same
            }
        });
        try {
            while (!reading.isDone()) {
                raw.write("x");
                TimeUnit.MILLISECONDS.sleep(20);
            }
        } catch (IOException closed) {
            // as it should be
        }
        reading.get(30, TimeUnit.SECONDS);
    }

    @Test
    void answers408WhenTheHeadDoesNotArriveInTime() throws Exception {
        try (TestServer server = TestServer.http(options -> options.headTimeout(Duration.ofSeconds(2)), OK);
                RawSocket raw = new RawSocket(server.port())) {
            raw.write("GET / HTTP/1.1\r\nHost: a\r\nX-Slow: ");
            StringBuilder answer = new StringBuilder();
            trickleUntilEnd(raw, answer);
            assertTrue(answer.toString().startsWith("HTTP/1.1 408 Request Timeout\r\n"), answer::toString);
            assertTrue(answer.toString().contains("Connection: close"), answer::toString);
        }
    }

    @Test
    void theTimeOfAHeadBeginsAnewWithEachRequest() throws Exception {
        try (TestServer server = TestServer.http(options -> options.headTimeout(Duration.ofSeconds(3)), OK);
                RawSocket raw = new RawSocket(server.port())) {
            for (int i = 0; i < 7; i++) {
                raw.write("GET / HTTP/1.1\r\nHost: a\r\n");
                TimeUnit.MILLISECONDS.sleep(500);
                raw.write("\r\n");
                assertTrue(raw.readHead().startsWith("HTTP/1.1 200 "));
                raw.readFully(2);
            }
        }
    }

    @Test
    void readFailsWith408WhenTheBodyIsTooSlow() throws Exception {
        CompletableFuture<Throwable> failure = new CompletableFuture<>();
        try (TestServer server = TestServer.http(
                        options -> options.bodyTimeout(Duration.ofMillis(300)).minDataRate(10_000),
                        exchange -> exchange.body().read(1000).whenComplete((bytes, thrown) -> {
                            failure.complete(thrown);
                            exchange.respond(Response.of(Status.REQUEST_TIMEOUT));
                        }));
                RawSocket raw = new RawSocket(server.port())) {
            raw.write("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\n");
            StringBuilder answer = new StringBuilder();
            trickleUntilEnd(raw, answer);
            assertTrue(answer.toString().startsWith("HTTP/1.1 408 "), answer::toString);
            assertTrue(answer.toString().contains("Connection: close"), answer::toString);
            Throwable thrown = failure.get(10, TimeUnit.SECONDS);
            assertEquals(
                    408,
                    assertInstanceOf(HttpProblem.class, unwrap(thrown)).status().code());
        }
    }

    private static Throwable unwrap(Throwable thrown) {
        return thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
    }

    @Test
    void acceptsNoMoreConnectionsOfAnAddressThanAllowed() throws Exception {
        List<RawSocket> clients = new ArrayList<>();
        try (TestServer server = TestServer.http(options -> options.maxConnectionsPerAddress(3), OK)) {
            for (int i = 0; i < 3; i++) {
                clients.add(new RawSocket(server.port()));
                assertServed(clients.get(i));
            }
            try (RawSocket fourth = new RawSocket(server.port())) {
                fourth.write("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
                StringBuilder answer = new StringBuilder();
                fourth.readUntilEnd(answer);
                assertTrue(answer.toString().startsWith("HTTP/1.1 503 "), answer::toString);
            }
            clients.get(0).close();
            while (!servesAnother(server.port())) {
                Thread.onSpinWait(); // until the server has seen the end of the first one; bounded by the test's time
            }
            assertServed(clients.get(1));
        } finally {
            for (RawSocket client : clients) {
                client.close();
            }
        }
    }

    private static void assertServed(RawSocket raw) throws IOException {
        raw.write("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
        assertTrue(raw.readHead().startsWith("HTTP/1.1 200 "));
        raw.readFully(2);
    }

    private static boolean servesAnother(int port) {
        try (RawSocket raw = new RawSocket(port)) {
            assertServed(raw);
            return true;
        } catch (IOException | AssertionError refused) {
            return false;
        }
    }

    @Test
    void aRequestMayStopTheServer() throws Exception {
        CompletableFuture<TestServer> self = new CompletableFuture<>();
        CountDownLatch stopped = new CountDownLatch(1);
        TestServer server = TestServer.http(exchange -> exchange.execute(() -> {
            self.join().engine().stop(Duration.ofMinutes(5));
            stopped.countDown();
        }));
        self.complete(server);
        try (RawSocket raw = new RawSocket(server.port())) {
            raw.write("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
            assertTrue(stopped.await(30, TimeUnit.SECONDS));
        }
    }

    @Test
    void blockedListenersDoNotStopTheServer() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        List<RawSocket> blocked = new ArrayList<>();
        try (TestServer server = TestServer.sockets(handshake -> handshake.onText((session, text) -> {
            try {
                release.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }))) {
            for (int i = 0; i < 230; i++) {
                RawSocket raw = RawSocket.open(server.port(), "/");
                raw.text("block");
                blocked.add(raw);
            }
            try (RawSocket raw = new RawSocket(server.port())) {
                raw.write("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
                assertTrue(raw.readHead().startsWith("HTTP/1.1 426 "));
            } finally {
                release.countDown();
            }
        } finally {
            for (RawSocket raw : blocked) {
                raw.close();
            }
        }
    }

    @Test
    void blockedTasksDoNotStopTheServer() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        List<RawSocket> blocked = new ArrayList<>();
        try (TestServer server = TestServer.http(exchange -> {
            if (exchange.request().path().equals("/blocks")) {
                exchange.execute(() -> {
                    try {
                        release.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    exchange.respond(Response.text("ok"));
                });
            } else {
                exchange.respond(Response.text("ok"));
            }
        })) {
            for (int i = 0; i < 230; i++) {
                RawSocket raw = new RawSocket(server.port());
                raw.write("GET /blocks HTTP/1.1\r\nHost: a\r\n\r\n");
                blocked.add(raw);
            }
            try (RawSocket raw = new RawSocket(server.port())) {
                assertServed(raw);
            }
            release.countDown();
            for (RawSocket raw : blocked) {
                assertTrue(raw.readHead().startsWith("HTTP/1.1 200 "));
            }
        } finally {
            release.countDown();
            for (RawSocket raw : blocked) {
                raw.close();
            }
        }
    }
}

package io.jetalyst.jetty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.engine.Engine;
import io.jetalyst.engine.Exchange;
import io.jetalyst.engine.Listener;
import io.jetalyst.http.Request;
import io.jetalyst.http.Response;
import io.jetalyst.http.Status;
import io.jetalyst.testkit.RawSocket;
import java.io.IOException;
import java.net.BindException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Requests and answers over real connections. */
@Timeout(30)
class HttpTest {
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private TestServer server;

    @AfterEach
    void stop() {
        if (server != null) {
            server.close();
        }
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(
                HttpRequest.newBuilder(server.uri("http", path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private String exchange(String request) throws Exception {
        try (RawSocket raw = new RawSocket(server.port())) {
            raw.write(request);
            StringBuilder answer = new StringBuilder();
            raw.readUntilEnd(answer);
            WireTableTest.assertRevealsNothing(answer.toString());
            return answer.toString();
        }
    }

    private Request requestOf(String bytes) throws Exception {
        BlockingQueue<Request> requests = new LinkedBlockingQueue<>();
        server = TestServer.http(exchange -> {
            requests.add(exchange.request().snapshot());
            exchange.respond(Response.of(Status.NO_CONTENT));
        });
        exchange(bytes);
        return requests.poll(10, TimeUnit.SECONDS);
    }

    @Test
    void theServiceLoaderFindsTheEngine() {
        Engine engine = ServiceLoader.load(Engine.class).findFirst().orElseThrow();
        assertEquals(JettyEngine.class, engine.getClass());
        assertTrue(engine.name().startsWith("Jetty 12."), engine.name());
    }

    @Test
    void theRequestIsWhatWasSent() throws Exception {
        Request request = requestOf("PATCH /a/b%20c/%C3%A9/../%7Ed?x=1&y=%20 HTTP/1.1\r\nHost: example.org:81\r\n"
                + "X-One: a\r\nx-one: b, c\r\nX-Empty:\r\nConnection: close\r\n\r\n");
        assertEquals("PATCH", request.method());
        assertEquals("http", request.scheme());
        assertEquals("example.org:81", request.authority());
        assertEquals("/a/b%20c/~d", request.path());
        assertEquals("x=1&y=%20", request.query());
        assertEquals("HTTP/1.1", request.protocol());
        assertEquals(List.of("a", "b, c"), request.headers().all("X-ONE"));
        assertEquals("", request.header("x-empty").orElseThrow());
        assertTrue(request.header("X-Two").isEmpty());
        assertTrue(request.remoteAddress().toString().contains("127.0.0.1"));
    }

    @Test
    void optionsOfTheWholeServerHasTheStarAsItsPath() throws Exception {
        Request request = requestOf("OPTIONS * HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        assertEquals("OPTIONS", request.method());
        assertEquals("*", request.path());
    }

    @Test
    void anOldProtocolCannotUpgradeAndBodiesAreSeen() throws Exception {
        BlockingQueue<String> seen = new LinkedBlockingQueue<>();
        server = TestServer.http(exchange -> {
            seen.add(exchange.upgradeSupport() + " " + !exchange.body().isEmpty());
            exchange.respond(Response.text("ok"));
        });
        exchange("GET / HTTP/1.0\r\n\r\n");
        assertEquals("NONE false", seen.take());
        exchange("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nConnection: close\r\n\r\nhi");
        assertEquals("UPGRADE_HEADER true", seen.take());
        exchange("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n0\r\n\r\n");
        assertEquals("UPGRADE_HEADER true", seen.take());
        exchange("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        assertEquals("UPGRADE_HEADER false", seen.take());
    }

    @Test
    void anAnswerHasItsFieldsAndLengthAndNamesNoServer() throws Exception {
        server = TestServer.http(exchange -> exchange.respond(Response.text("héllo")
                .status(Status.CREATED)
                .addHeader("Set-Cookie", "a=1")
                .addHeader("Set-Cookie", "b=2")));
        HttpResponse<String> answer = get("/");
        assertEquals(201, answer.statusCode());
        assertEquals("héllo", answer.body());
        assertEquals(List.of("a=1", "b=2"), answer.headers().allValues("Set-Cookie"));
        assertEquals("6", answer.headers().firstValue("Content-Length").orElseThrow());
        assertTrue(answer.headers().firstValue("Server").isEmpty());
    }

    @Test
    void headHasTheLengthButNoBody() throws Exception {
        server = TestServer.http(exchange -> exchange.respond(Response.text("hello")));
        String answer = exchange("HEAD / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
        assertTrue(answer.contains("Content-Length: 5\r\n"), answer);
        assertTrue(answer.endsWith("\r\n\r\n"), answer);
    }

    @Test
    void noContentHasNeitherBodyNorLength() throws Exception {
        server = TestServer.http(
                exchange -> exchange.respond(Response.text("dropped").status(Status.NO_CONTENT)));
        String answer = exchange("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
        assertFalse(answer.contains("Content-Length"), answer);
        assertTrue(answer.endsWith("\r\n\r\n"), answer);
    }

    @Test
    void notModifiedHasNoLengthOfItsOwn() throws Exception {
        server = TestServer.http(exchange -> exchange.respond(Response.of(Status.NOT_MODIFIED)));
        String answer = exchange("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
        assertFalse(answer.contains("Content-Length"), answer);
        assertFalse(answer.contains("Transfer-Encoding"), answer);
        assertTrue(answer.endsWith("\r\n\r\n"), answer);
        try (Http2Socket client = new Http2Socket(server.port())) {
            client.get(1, "/");
            assertFalse(client.fields(1).contains("content-length"));
        }
    }

    @Test
    void resetContentHasNoContent() throws Exception {
        server = TestServer.http(
                exchange -> exchange.respond(Response.text("dropped").status(Status.RESET_CONTENT)));
        String answer = exchange("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
        assertTrue(answer.contains("Content-Length: 0"), answer);
        assertTrue(answer.endsWith("\r\n\r\n"), answer);
    }

    @Test
    void anAnswerMayComeLaterFromAnotherThread() throws Exception {
        server =
                TestServer.http(exchange -> CompletableFuture.runAsync(() -> exchange.respond(Response.text("later"))));
        assertEquals("later", get("/").body());
        assertEquals("later", get("/").body());
    }

    @Test
    void aSecondAnswerIsAnError() throws Exception {
        CompletableFuture<Throwable> second = new CompletableFuture<>();
        server = TestServer.http(exchange -> {
            exchange.respond(Response.text("first"));
            second.complete(assertThrows(IllegalStateException.class, () -> exchange.respond(Response.text("second"))));
        });
        assertEquals("first", get("/").body());
        assertTrue(second.get(10, TimeUnit.SECONDS).getMessage().contains("answered already"));
    }

    @Test
    void aHandlerThatThrowsIsAPlain500() throws Exception {
        server = TestServer.http(exchange -> {
            throw new IllegalStateException("secret of the server");
        });
        HttpResponse<String> answer = get("/");
        assertEquals(500, answer.statusCode());
        assertEquals("The server failed to answer this request.", answer.body());
    }

    @Test
    void anUnreadBodyIsNeverTakenForTheNextRequest() throws Exception {
        server = TestServer.http(exchange ->
                exchange.respond(Response.text("[" + exchange.request().method() + "]")));
        String smuggled = "GET /smuggled HTTP/1.1\r\nHost: a\r\n\r\n";
        String answer = exchange("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: " + smuggled.length() + "\r\n\r\n"
                + smuggled + "PUT / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
        assertTrue(answer.contains("[POST]") && answer.contains("[PUT]"), answer);
        assertFalse(answer.contains("[GET]"), answer);
    }

    @Test
    void reportsListenerThatCannotListenAndWhy() throws Exception {
        server = TestServer.http(exchange -> {});
        assertInstanceOf(BindException.class, TestServer.causeOfFailure(Listener.http("127.0.0.1", server.port())));
        assertInstanceOf(BindException.class, TestServer.causeOfFailure(Listener.http("192.0.2.1", 0)));
        assertInstanceOf(
                UnknownHostException.class, TestServer.causeOfFailure(Listener.http("no-such-host.invalid", 0)));
    }

    @Test
    void stoppingLetsARequestInFlightEndAndTheConnectionWithIt() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        CompletableFuture<Exchange> held = new CompletableFuture<>();
        server = TestServer.http(exchange -> {
            held.complete(exchange);
            arrived.countDown();
        });
        try (RawSocket raw = new RawSocket(server.port())) {
            raw.write("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
            assertTrue(arrived.await(10, TimeUnit.SECONDS));
            CompletableFuture<Void> stopped =
                    CompletableFuture.runAsync(() -> server.engine().stop(Duration.ofSeconds(5)));
            awaitRefused(server.port());
            held.get().respond(Response.text("done"));
            StringBuilder answer = new StringBuilder();
            raw.readUntilEnd(answer);
            assertTrue(answer.toString().contains("Connection: close"), answer::toString);
            assertTrue(answer.toString().endsWith("done"), answer::toString);
            stopped.get(10, TimeUnit.SECONDS);
            server.engine().stop(Duration.ofSeconds(5));
        }
    }

    /** Until nothing listens any more; bounded by the test's time. */
    private static void awaitRefused(int port) throws Exception {
        while (true) {
            try {
                new RawSocket(port).close();
            } catch (IOException refused) {
                return;
            }
        }
    }
}

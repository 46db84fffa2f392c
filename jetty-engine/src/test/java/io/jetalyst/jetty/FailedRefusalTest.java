package io.jetalyst.jetty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.engine.Exchange;
import io.jetalyst.engine.ExchangeHandler;
import io.jetalyst.http.HttpProblem;
import io.jetalyst.http.Request;
import io.jetalyst.http.Response;
import io.jetalyst.testkit.RawSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The runtime throws while it makes the response to a request that the server refuses. */
@Timeout(60)
class FailedRefusalTest {
    private final CompletableFuture<Exchange> held = new CompletableFuture<>();

    private final AtomicInteger refusals = new AtomicInteger();
    private final AtomicInteger ends = new AtomicInteger();

    private final class Broken implements ExchangeHandler {
        @Override
        public void handle(Exchange exchange) {
            if (exchange.request().path().equals("/thrown")) {
                exchange.onEnd(ends::incrementAndGet);
                throw new IllegalStateException("no response");
            }
            held.complete(exchange);
        }

        @Override
        public Response refuse(Request request, HttpProblem problem) {
            refusals.incrementAndGet();
            throw new IllegalStateException("no response to " + problem.status());
        }

        @Override
        public boolean isAlwaysAdmitted(Request request) {
            if (request.path().equals("/broken")) {
                throw new IllegalStateException("no decision");
            }
            return false;
        }
    }

    /** The runtime observes a request at its end, and a refusal at once. */
    @Test
    void refusesNoRequestThatTheHandlerHasReceived() throws Exception {
        try (TestServer server = TestServer.http(new Broken());
                RawSocket raw = new RawSocket(server.port())) {
            raw.write("GET /thrown HTTP/1.1\r\nHost: a\r\n\r\n");
            assertTrue(raw.readHead().startsWith("HTTP/1.1 500 "));
            server.engine().stop(Duration.ofSeconds(30));
            assertEquals(List.of(0, 1), List.of(refusals.get(), ends.get()));
        }
    }

    @Test
    void sendsTheStatusAndEndsTheExchange() throws Exception {
        try (TestServer server = TestServer.http(options -> options.maxRequests(1), new Broken());
                RawSocket first = new RawSocket(server.port());
                Http2Socket second = new Http2Socket(server.port());
                RawSocket third = new RawSocket(server.port())) {
            first.write("GET /held HTTP/1.1\r\nHost: a\r\n\r\n");
            Exchange exchange = held.get(10, TimeUnit.SECONDS);

            second.get(1, "/refused");
            assertEquals(503, second.status(1));
            third.write("GET /broken HTTP/1.1\r\nHost: a\r\n\r\n");
            assertTrue(third.readHead().startsWith("HTTP/1.1 500 "));

            exchange.respond(Response.text("ok"));
            assertTrue(first.readHead().startsWith("HTTP/1.1 200 "));
            long begun = System.nanoTime();
            server.engine().stop(Duration.ofMinutes(2)); // which waits for each exchange that has not ended
            assertTrue(System.nanoTime() - begun < TimeUnit.SECONDS.toNanos(60));
            assertEquals(0, server.engine().requests());
        }
    }
}

package io.jetalyst.jetty;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jetalyst.engine.Exchange;
import io.jetalyst.http.Response;
import io.jetalyst.testkit.RawSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One thread registers a listener for aborts while another one sends the response: the connection may carry the next request by then. */
@Timeout(60)
class LateListenerTest {
    @Test
    void keepsTheListenerOfTheNextRequest() throws Exception {
        CompletableFuture<JettyExchange> first = new CompletableFuture<>();
        CompletableFuture<Exchange> second = new CompletableFuture<>();
        CompletableFuture<Throwable> aborted = new CompletableFuture<>();
        AtomicInteger late = new AtomicInteger();
        try (TestServer server = TestServer.http(exchange -> {
                    if (first.complete((JettyExchange) exchange)) {
                        exchange.respond(Response.text("ok"));
                    } else {
                        exchange.onAbort(aborted::complete);
                        second.complete(exchange);
                    }
                });
                RawSocket raw = new RawSocket(server.port())) {
            raw.write("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
            raw.readHead();
            raw.readFully(2);
            raw.write("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
            Exchange next = second.get(20, TimeUnit.SECONDS);

            // The last step of a call of onAbort that another thread has begun before the response of the first
            // request.
            first.join().watch(reason -> late.incrementAndGet());
            raw.reset();

            aborted.get(20, TimeUnit.SECONDS);
            assertEquals(0, late.get());
            next.respond(Response.text("late")); // for which the stop of the server waits
        }
    }
}

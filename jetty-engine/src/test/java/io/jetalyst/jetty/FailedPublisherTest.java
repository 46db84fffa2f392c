package io.jetalyst.jetty;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.engine.Exchange;
import io.jetalyst.http.Response;
import io.jetalyst.testkit.RawSocket;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A publisher that throws from {@code subscribe}, and signals all the same, ends its exchange once. */
@Timeout(60)
class FailedPublisherTest {
    private static final Flow.Subscription NOTHING = new Flow.Subscription() {
        @Override
        public void request(long n) {}

        @Override
        public void cancel() {}
    };

    private final CompletableFuture<Flow.Subscriber<? super ByteBuffer>> subscriber = new CompletableFuture<>();
    private final CompletableFuture<Exchange> held = new CompletableFuture<>();

    @Test
    void stopStillAwaitsOtherExchanges() throws Exception {
        try (TestServer server = TestServer.http(this::answer);
                RawSocket failing = new RawSocket(server.port());
                RawSocket waiting = new RawSocket(server.port())) {
            failing.write("GET /failing HTTP/1.1\r\nHost: a\r\n\r\n");
            subscriber.get(10, TimeUnit.SECONDS);
            failing.readUntilEnd(new StringBuilder());
            subscriber.get().onComplete();
            waiting.write("GET /held HTTP/1.1\r\nHost: a\r\n\r\n");
            Exchange exchange = held.get(10, TimeUnit.SECONDS);

            CompletableFuture<Void> stopped =
                    CompletableFuture.runAsync(() -> server.engine().stop(Duration.ofSeconds(20)));
            StringBuilder response = new StringBuilder();
            CompletableFuture<Void> read = CompletableFuture.runAsync(() -> readUntilEnd(waiting, response));
            assertFalse(isDoneWithin(stopped, 3), "the stop did not wait for the exchange that is not answered");
            exchange.respond(Response.text("done"));
            read.get(20, TimeUnit.SECONDS);

            assertTrue(response.toString().endsWith("done"), response::toString);
            stopped.get(20, TimeUnit.SECONDS);
        }
    }

    private void answer(Exchange exchange) {
        if (exchange.request().path().equals("/held")) {
            held.complete(exchange);
            return;
        }
        Flow.Publisher<ByteBuffer> publisher = each -> {
            each.onSubscribe(NOTHING);
            subscriber.complete(each);
            throw new IllegalStateException("subscribe fails");
        };
        exchange.respond(Response.stream("text/plain", publisher));
    }

    private static boolean isDoneWithin(CompletableFuture<Void> stage, int seconds) throws Exception {
        try {
            stage.get(seconds, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException pending) {
            return false;
        }
    }

    private static void readUntilEnd(RawSocket socket, StringBuilder into) {
        try {
            socket.readUntilEnd(into);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

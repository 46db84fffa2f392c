package io.jetalyst.jetty;

import static org.junit.jupiter.api.Assertions.assertFalse;

import io.jetalyst.http.Response;
import io.jetalyst.testkit.RawSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The test of the watchdog. */
@Timeout(60)
class ProbeTest {
    private final CountDownLatch entered = new CountDownLatch(1);
    private final CountDownLatch leave = new CountDownLatch(1);

    @Test
    void isAnsweredOnlyWhenNoThreadThatReadsHangs() throws Exception {
        try (TestServer server = TestServer.http(options -> options.blockingHandlers(false), exchange -> {
                    entered.countDown();
                    try {
                        leave.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    exchange.respond(Response.text("late"));
                });
                RawSocket raw = new RawSocket(server.port())) {
            server.engine().probe().toCompletableFuture().get(30, TimeUnit.SECONDS);
            raw.write("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
            entered.await();

            CompletableFuture<Void> hanging = server.engine().probe().toCompletableFuture();

            assertFalse(hanging.isDone());
            leave.countDown();
            hanging.get(30, TimeUnit.SECONDS);
        }
    }
}

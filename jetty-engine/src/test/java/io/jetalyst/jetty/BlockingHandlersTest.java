package io.jetalyst.jetty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jetalyst.engine.Exchange;
import io.jetalyst.engine.ExchangeHandler;
import io.jetalyst.http.Response;
import java.lang.management.ManagementFactory;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.management.JMException;
import javax.management.ObjectName;
import org.eclipse.jetty.util.VirtualThreads;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Handlers that block, or keep every core busy, do not stop those that never block. */
@Timeout(60)
class BlockingHandlersTest {
    private static final int MANY = 300;
    private static final int LIMIT_SECONDS = 30;

    private final CountDownLatch release = new CountDownLatch(1);
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void answersNonBlockingRequestsWhileOthersBlock(boolean blockingHandlers) throws Exception {
        CountDownLatch blocked = new CountDownLatch(100);
        answersMeanwhile(blockingHandlers, MANY, blocked, () -> {
            blocked.countDown();
            await(release);
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void answersNonBlockingRequestsWhileOthersKeepAllCoresBusy(boolean blockingHandlers) throws Exception {
        int cores = Runtime.getRuntime().availableProcessors();
        CountDownLatch busy = new CountDownLatch(cores);
        answersMeanwhile(blockingHandlers, 4 * cores, busy, () -> {
            busy.countDown();
            compute();
        });
    }

    @Test
    void callsHandlersOnPlatformThreadsIfNoneBlocks() throws Exception {
        ExchangeHandler handler =
                exchange -> exchange.respond(Response.text(VirtualThreads.isVirtualThread() ? "virtual" : "platform"));
        try (TestServer server = TestServer.http(options -> options.blockingHandlers(false), handler)) {
            assertEquals("platform", get(server, "/").get(LIMIT_SECONDS, TimeUnit.SECONDS));
        }
    }

    /** On JDK 24 and later: the number of carriers counts for the whole process. */
    @Test
    void removesTheCarriersThatItHasAddedWhenTheLastOfTwoServersStops() throws Exception {
        assumeTrue(CarrierThreads.canBeAdded());
        int before = carriers();
        CountDownLatch busy = new CountDownLatch(before);
        TestServer other = TestServer.http(exchange -> exchange.respond(Response.text("other")));
        try (TestServer server = TestServer.http(exchange -> answer(exchange, () -> {
            busy.countDown();
            compute();
        }))) {
            List<CompletableFuture<String>> all = IntStream.range(0, 2 * before)
                    .mapToObj(i -> get(server, "/work"))
                    .toList();
            try {
                assertTrue(busy.await(LIMIT_SECONDS, TimeUnit.SECONDS), "the work has begun");
                assertEquals("other", get(other, "/").get(LIMIT_SECONDS, TimeUnit.SECONDS));
                while (carriers() == before) { // the limit of the test bounds it
                    Thread.onSpinWait();
                }
                other.close();
                assertTrue(carriers() > before, "the other server still computes");
            } finally {
                release.countDown();
            }
            for (CompletableFuture<String> response : all) {
                assertEquals("/work", response.get(LIMIT_SECONDS, TimeUnit.SECONDS));
            }
        }
        assertEquals(before, carriers());
    }

    private static int carriers() throws JMException {
        return (Integer) ManagementFactory.getPlatformMBeanServer()
                .getAttribute(new ObjectName("jdk.management:type=VirtualThreadScheduler"), "Parallelism");
    }

    private void compute() {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
        while (release.getCount() > 0 && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }

    private void answersMeanwhile(boolean blockingHandlers, int requests, CountDownLatch begun, Runnable work)
            throws Exception {
        try (TestServer server = TestServer.http(
                options -> options.blockingHandlers(blockingHandlers), exchange -> answer(exchange, work))) {
            List<CompletableFuture<String>> all = IntStream.range(0, requests)
                    .mapToObj(i -> get(server, "/work"))
                    .toList();
            try {
                assertTrue(begun.await(LIMIT_SECONDS, TimeUnit.SECONDS), "the work has begun");
                for (int i = 0; i < 10; i++) {
                    assertEquals("/free", get(server, "/free").get(LIMIT_SECONDS, TimeUnit.SECONDS));
                }
                assertTrue(all.stream().noneMatch(CompletableFuture::isDone), "the work goes on");
            } finally {
                release.countDown();
            }
            for (CompletableFuture<String> response : all) {
                assertEquals("/work", response.get(LIMIT_SECONDS, TimeUnit.SECONDS));
            }
        }
    }

    private static void answer(Exchange exchange, Runnable work) {
        String path = exchange.request().path();
        if (path.equals("/work")) {
            exchange.execute(() -> {
                work.run();
                exchange.respond(Response.text(path));
            });
        } else {
            exchange.respond(Response.text(path));
        }
    }

    private CompletableFuture<String> get(TestServer server, String path) {
        return client.sendAsync(
                        HttpRequest.newBuilder(server.uri("http", path)).build(), HttpResponse.BodyHandlers.ofString())
                .thenApply(HttpResponse::body);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

package io.jetalyst.internal.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.filter.Filter;
import io.jetalyst.http.Deferred;
import io.jetalyst.internal.router.Router;
import io.jetalyst.internal.socket.Fixture;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The threads of routes and filters, and requests whose response is late. */
class PipelineThreadTest {
    private final SampleTable table = new SampleTable();

    @Test
    void runsNonBlockingRoutesAndFiltersOnTheThreadOfTheEngine() {
        Filter blocking = (context, next) -> next.proceed();
        Filter nonBlocking = Filter.nonBlocking(blocking);

        assertEquals(0, hops("GET", "/quick", nonBlocking, nonBlocking));
        assertEquals(1, hops("GET", "/quick", nonBlocking, blocking));
        assertEquals(1, hops("GET", "/hello/a", nonBlocking));
        assertEquals(0, hops("GET", "/nowhere"));
        assertEquals(1, hops("GET", "/nowhere", blocking));
        assertEquals(1, hops("GET", "/chat/a"), "the endpoint of the path is asked, and may block");
    }

    private int hops(String method, String target, Filter... filters) {
        return new RecordedExchange(method, target).through(pipeline(filters)).executed();
    }

    @Test
    void sends503AtOnceIfAllThreadsAreTaken() {
        RecordedExchange exchange =
                new RecordedExchange("GET", "/hello/a").busy().through(pipeline());

        assertEquals(503, exchange.status());
        assertEquals("1", exchange.answered("Retry-After"));
        assertEquals("nosniff", exchange.answered("X-Content-Type-Options"));
    }

    @Test
    void endsADeferredResponseWhoseClientHasGone() {
        RecordedExchange exchange = new RecordedExchange("GET", "/later").through(pipeline());

        exchange.abort();
        table.later.complete("too late");

        assertEquals(503, exchange.status());
    }

    @Test
    void sends503IfADeferredResponseNeverCompletes() throws Exception {
        Filter header = (context, next) -> next.proceed().map(response -> response.header("X-Filter", "1"));
        Pipeline pipeline = pipeline(Duration.ofMillis(20), header);

        RecordedExchange exchange = new RecordedExchange("GET", "/later").through(pipeline);
        exchange.await();
        table.later.complete("too late");

        assertEquals(503, exchange.status());
        assertEquals("1", exchange.answered("X-Filter"));
    }

    @Test
    void sends503IfTheResponseOfAFilterNeverCompletes() throws Exception {
        Filter never = (context, next) -> {
            next.proceed();
            return new Deferred(new CompletableFuture<>());
        };

        RecordedExchange exchange =
                new RecordedExchange("GET", "/hello/a").through(pipeline(Duration.ofMillis(20), never));
        exchange.await();

        assertEquals(503, exchange.status());
    }

    @Test
    void sends503ForOtherRequestsWhileAFilterBlocksOnOne() throws Exception {
        CountDownLatch blocked = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        Filter blocking = (context, next) -> next.proceed().map(response -> {
            if (context.request().query().equals("block")) {
                blocked.countDown();
                awaitQuietly(release);
            }
            return response;
        });
        Pipeline pipeline = pipeline(Duration.ofMillis(20), blocking);
        try {
            new RecordedExchange("GET", "/later?block").through(pipeline);
            assertTrue(blocked.await(10, TimeUnit.SECONDS));

            RecordedExchange other = new RecordedExchange("GET", "/later").through(pipeline);
            other.await();

            assertEquals(503, other.status());
        } finally {
            release.countDown();
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Pipeline pipeline(Duration answerTimeout, Filter... filters) {
        PipelineOptions options = PipelineOptions.defaults().answerTimeout(answerTimeout);
        return new Pipeline(Router.of(table.routes()), List.of(filters), Fixture.sockets(), options);
    }

    private Pipeline pipeline(Filter... filters) {
        return new Pipeline(Router.of(table.routes()), List.of(filters), Fixture.sockets());
    }
}

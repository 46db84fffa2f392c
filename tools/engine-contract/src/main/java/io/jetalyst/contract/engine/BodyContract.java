package io.jetalyst.contract.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.engine.EngineOptions;
import io.jetalyst.engine.Listener;
import io.jetalyst.http.HttpProblem;
import io.jetalyst.http.Response;
import io.jetalyst.http.Status;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The contract of engines for the bodies of requests. */
public abstract class BodyContract extends EngineContract {
    /** For the test class of an engine. */
    protected BodyContract() {}

    @Test
    void requestWithoutBodyIsEmpty() throws Exception {
        ContractClient served = serve(exchange -> exchange.respond(
                Response.text(exchange.body().isEmpty() + " " + exchange.body().poll(10).length)));
        assertEquals("true 0", served.call("GET", "/", 0).await().text());
    }

    @Test
    void readsABodyThatArrivesInParts() throws Exception {
        CompletableFuture<String> polled = new CompletableFuture<>();
        ContractClient served = serve(exchange -> {
            polled.complete(exchange.body().length() + " " + exchange.body().poll(100));
            exchange.body().read(100).thenAccept(bytes -> exchange.respond(Response.bytes("text/plain", bytes)));
        });
        ContractCall call = served.call("POST", "/", 10);
        assertEquals("10 null", get(polled));
        call.send("hello".getBytes(UTF_8));
        call.send("world".getBytes(UTF_8));
        assertEquals("helloworld", call.await().text());
    }

    @Test
    void readsABodyOfUnknownLength() throws Exception {
        ContractClient served = serve(exchange -> exchange.body()
                .read(100)
                .thenAccept(
                        bytes -> exchange.respond(Response.text(exchange.body().length() + " " + bytes.length))));
        ContractCall call = served.call("POST", "/", -1);
        call.send("hello".getBytes(UTF_8));
        call.end();
        assertEquals("-1 5", call.await().text());
    }

    @Test
    void pollsABodyThatHasArrived() throws Exception {
        CountDownLatch sent = new CountDownLatch(1);
        ContractClient served = serve(exchange -> exchange.execute(() -> {
            await(sent);
            byte[] body = null;
            while (body == null) { // until the network has delivered it; bounded by the test's time
                body = exchange.body().poll(100);
            }
            exchange.respond(Response.bytes("text/plain", body));
        }));
        ContractCall call = served.call("POST", "/", 5);
        call.send("hello".getBytes(UTF_8));
        sent.countDown();
        assertEquals("hello", call.await().text());
    }

    @Test
    void refusesABodyThatIsLongerThanTheLimit() throws Exception {
        ContractClient served = serve(exchange -> exchange.body()
                .read(4)
                .whenComplete((bytes, failure) -> exchange.respond(Response.text("" + status(failure)))));
        assertEquals("413", served.call("POST", "/", 5).await().text());
        ContractCall unknown = served.call("POST", "/", -1);
        unknown.send("hello".getBytes(UTF_8));
        unknown.end();
        assertEquals("413", unknown.await().text());
    }

    @Test
    void refusesABodyThatIsTooSlow() throws Exception {
        EngineOptions hasty = EngineOptions.of(Listener.http("127.0.0.1", 0)).bodyTimeout(Duration.ofMillis(200));
        ContractClient served = serve(
                hasty,
                exchange -> exchange.body()
                        .read(100)
                        .whenComplete((bytes, failure) ->
                                exchange.respond(Response.of(new Status(status(failure), "as it failed")))));
        ContractCall call = served.call("POST", "/", 5);
        call.send("he".getBytes(UTF_8));
        assertEquals(408, call.await().status());
    }

    @Test
    void streamsABodyOnDemand() throws Exception {
        CompletableFuture<Flow.Subscription> subscribed = new CompletableFuture<>();
        AtomicInteger outstanding = new AtomicInteger();
        ContractClient served = serve(exchange -> exchange.body().stream().subscribe(new TextCollector(exchange) {
            @Override
            public void onSubscribe(Flow.Subscription subscription) {
                subscribed.complete(subscription);
            }

            @Override
            void received() {
                outstanding.decrementAndGet();
            }
        }));
        ContractCall call = served.call("POST", "/", 10);
        Flow.Subscription subscription = get(subscribed);
        call.send("hello".getBytes(UTF_8));
        outstanding.incrementAndGet();
        subscription.request(1);
        call.send("world".getBytes(UTF_8));
        call.end();
        outstanding.addAndGet(100);
        subscription.request(100);
        assertEquals("helloworld", call.await().text());
        assertTrue(outstanding.get() >= 0, "more parts than requested");
    }

    @Test
    void failsASubscriberThatRequestsNothing() throws Exception {
        ContractClient served = serve(exchange -> exchange.body().stream().subscribe(new TextCollector(exchange) {
            @Override
            public void onSubscribe(Flow.Subscription subscription) {
                subscription.request(0);
            }
        }));
        ContractCall call = served.call("POST", "/", 2);
        call.send("hi".getBytes(UTF_8));
        assertTrue(call.await().text().contains("IllegalArgument"));
    }

    @Test
    void readsABodyAsAnInputStream() throws Exception {
        ContractClient served = serve(exchange -> exchange.execute(() -> {
            try (var in = exchange.body().inputStream()) {
                exchange.respond(Response.bytes("text/plain", in.readAllBytes()));
            } catch (IOException e) {
                exchange.respond(Response.text(e.toString()));
            }
        }));
        ContractCall call = served.call("POST", "/", -1);
        call.send("hello".getBytes(UTF_8));
        call.send("world".getBytes(UTF_8));
        call.end();
        assertEquals("helloworld", call.await().text());
    }

    @Test
    void allowsOneWayOfReading() throws Exception {
        ContractClient served = serve(exchange -> {
            exchange.body().stream();
            assertThrows(IllegalStateException.class, () -> exchange.body().read(10));
            assertThrows(IllegalStateException.class, () -> exchange.body().inputStream());
            assertThrows(IllegalStateException.class, () -> exchange.body().stream());
            exchange.respond(Response.text("ok"));
        });
        ContractCall call = served.call("POST", "/", 2);
        call.send("hi".getBytes(UTF_8));
        assertEquals("ok", call.await().text());
    }

    @Test
    void rejectsASecondReadUntilTheFirstHasCompleted() throws Exception {
        CountDownLatch reading = new CountDownLatch(1);
        ContractClient served = serve(exchange -> {
            exchange.body()
                    .read(100)
                    .thenCompose(first -> exchange.body().read(100))
                    .thenAccept(again -> exchange.respond(Response.bytes("text/plain", again)));
            assertThrows(IllegalStateException.class, () -> exchange.body().read(100));
            assertThrows(IllegalStateException.class, () -> exchange.body().poll(100));
            reading.countDown();
        });
        ContractCall call = served.call("POST", "/", 5);
        await(reading);
        call.send("hello".getBytes(UTF_8));
        assertEquals("hello", call.await().text());
    }

    @Test
    void failsAReaderWhenTheClientAborts() throws Exception {
        CountDownLatch reading = new CountDownLatch(1);
        CompletableFuture<Integer> status = new CompletableFuture<>();
        ContractClient served = serve(exchange -> {
            exchange.body().read(100).whenComplete((bytes, failure) -> {
                status.complete(status(failure));
                exchange.respond(Response.of(Status.BAD_REQUEST));
            });
            reading.countDown();
        });
        ContractCall call = served.call("POST", "/", 5);
        await(reading);
        call.send("he".getBytes(UTF_8));
        call.abort();
        assertEquals(400, get(status));
    }

    @Test
    void failsAReaderThatStillWaitsWhenTheExchangeIsAnswered() throws Exception {
        CompletableFuture<byte[]> read = new CompletableFuture<>();
        CountDownLatch answered = new CountDownLatch(1);
        ContractClient served = serve(exchange -> {
            exchange.body().read(100).whenComplete((bytes, failure) -> read.completeExceptionally(failure));
            exchange.respond(Response.text("early"));
            answered.countDown();
        });
        ContractCall call = served.call("POST", "/", 5);
        await(answered);
        call.send("hello".getBytes(UTF_8));
        assertEquals("early", call.await().text());
        if (served.connections() > 0) { // an engine without connections has nothing to drain
            assertThrows(ExecutionException.class, () -> get(read));
        }
    }

    @Test
    void continuesOnlyIfSomebodyReads() throws Exception {
        ContractClient served = serve(exchange -> {
            if (exchange.request().path().equals("/read")) {
                exchange.body().read(100).thenAccept(bytes -> exchange.respond(Response.bytes("text/plain", bytes)));
            } else {
                exchange.respond(Response.of(Status.NOT_FOUND));
            }
        });
        ContractCall read = served.call("POST", "/read", 5, "expect", "100-continue");
        read.awaitContinue();
        read.send("hello".getBytes(UTF_8));
        assertEquals("hello", read.await().text());
        assertEquals(
                404,
                served.call("POST", "/", 5, "expect", "100-continue").await().status());
    }

    @Test
    void keepsTheConnectionAfterABodyThatNobodyRead() throws Exception {
        ContractClient served = serve(
                exchange -> exchange.respond(Response.text(exchange.request().path())));
        for (int i = 0; i < 3; i++) {
            ContractCall call = served.call("POST", "/" + i, 5);
            call.send("hello".getBytes(UTF_8));
            assertEquals("/" + i, call.await().text());
        }
        assertTrue(served.connections() <= 1, () -> served.connections() + " connections");
    }

    private static int status(@Nullable Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return cause instanceof HttpProblem problem ? problem.status().code() : 599;
    }
}

package io.jetalyst.contract.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.jetalyst.engine.EngineOptions;
import io.jetalyst.engine.Exchange;
import io.jetalyst.engine.ExchangeResult;
import io.jetalyst.engine.Listener;
import io.jetalyst.http.Response;
import io.jetalyst.http.Status;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The contract of engines for exchanges: one response, aborts, tasks and the stop. */
public abstract class ExchangeContract extends EngineContract {
    /** For the test class of an engine. */
    protected ExchangeContract() {}

    @Test
    void answersOnce() throws Exception {
        CompletableFuture<Throwable> second = new CompletableFuture<>();
        ContractClient served = serve(exchange -> {
            exchange.respond(Response.text("first"));
            second.complete(assertThrows(IllegalStateException.class, () -> exchange.respond(Response.text("second"))));
        });
        assertEquals("first", served.call("GET", "/", 0).await().text());
        get(second);
    }

    @Test
    void answersLaterFromAnotherThread() throws Exception {
        ContractClient served = serve(exchange -> exchange.execute(() -> exchange.respond(Response.text("later"))));
        assertEquals("later", served.call("GET", "/", 0).await().text());
    }

    @Test
    void answers500ForAHandlerThatThrows() throws Exception {
        ContractClient served = serve(exchange -> {
            throw new IllegalStateException("a secret");
        });
        Answer answer = served.call("GET", "/", 0).await();
        assertEquals(500, answer.status());
        assertFalse(answer.text().contains("secret"));
    }

    @Test
    void notifiesOnceThatTheClientAborted() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        CompletableFuture<Exchange> aborted = new CompletableFuture<>();
        AtomicInteger calls = new AtomicInteger();
        ContractClient served = serve(exchange -> {
            exchange.onAbort(reason -> {
                calls.incrementAndGet();
                aborted.complete(exchange);
            });
            arrived.countDown();
        });
        ContractCall call = served.call("GET", "/", 0);
        await(arrived);
        call.abort();
        get(aborted).respond(Response.text("nobody reads this"));
        served.stop();
        assertEquals(1, calls.get());
    }

    @Test
    void reportsWhatWasSentAndReceivedAtTheEnd() throws Exception {
        CompletableFuture<ExchangeResult> ended = new CompletableFuture<>();
        ContractClient served = serve(exchange -> {
            exchange.onEnd(() -> ended.complete(exchange.result()));
            exchange.body()
                    .read(100)
                    .thenAccept(
                            bytes -> exchange.respond(Response.text("answer").status(Status.CREATED)));
        });
        ContractCall call = served.call("POST", "/", 4);
        call.send("body".getBytes(StandardCharsets.US_ASCII));
        assertEquals("answer", call.await().text());
        assertEquals(new ExchangeResult(201, 4, 6, null), get(ended));
    }

    @Test
    void runsEveryTaskAtTheEndEvenIfOneThrows() throws Exception {
        CompletableFuture<ExchangeResult> ended = new CompletableFuture<>();
        ContractClient served = serve(exchange -> {
            exchange.onEnd(() -> {
                throw new IllegalStateException("a task of the test");
            });
            exchange.onEnd(() -> ended.complete(exchange.result()));
            exchange.respond(Response.text("ok"));
        });
        assertEquals("ok", served.call("GET", "/", 0).await().text());
        assertEquals(200, get(ended).status());
    }

    @Test
    void reportsWhyTheExchangeEndedEarly() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        CompletableFuture<ExchangeResult> ended = new CompletableFuture<>();
        ContractClient served = serve(exchange -> {
            exchange.onEnd(() -> ended.complete(exchange.result()));
            exchange.onAbort(reason -> exchange.respond(Response.text("nobody reads this")));
            arrived.countDown();
        });
        ContractCall call = served.call("GET", "/", 0);
        await(arrived);
        call.abort();
        assertNotNull(get(ended).failure());
    }

    @Test
    void notifiesNobodyOfAnOrdinaryEnd() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        ContractClient served = serve(exchange -> {
            exchange.onAbort(reason -> calls.incrementAndGet());
            exchange.respond(Response.text("ok"));
        });
        assertEquals("ok", served.call("GET", "/", 0).await().text());
        served.stop();
        assertEquals(0, calls.get());
    }

    @Test
    void notifiesEveryListenerEvenIfOneThrows() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch notified = new CountDownLatch(2);
        CompletableFuture<Exchange> aborted = new CompletableFuture<>();
        ContractClient served = serve(exchange -> {
            exchange.onAbort(reason -> {
                notified.countDown();
                throw new IllegalStateException("a listener of the test");
            });
            exchange.onAbort(reason -> notified.countDown());
            aborted.complete(exchange);
            arrived.countDown();
        });
        ContractCall call = served.call("GET", "/", 0);
        await(arrived);
        call.abort();
        await(notified);
        aborted.join().respond(Response.text("nobody reads it")); // or the stop would wait for it
    }

    @Test
    void notifiesAListenerThatIsRegisteredAfterTheAbort() throws Exception {
        CompletableFuture<Exchange> arrived = new CompletableFuture<>();
        CompletableFuture<Throwable> aborted = new CompletableFuture<>();
        ContractClient served = serve(exchange -> {
            exchange.onAbort(aborted::complete);
            arrived.complete(exchange);
        });
        ContractCall call = served.call("GET", "/", 0);
        Exchange exchange = get(arrived);
        call.abort();
        get(aborted);
        CompletableFuture<Throwable> late = new CompletableFuture<>();
        exchange.onAbort(late::complete);
        get(late);
        exchange.respond(Response.text("nobody reads it")); // or the stop would wait for it
    }

    @Test
    void notifiesAListenerWhileTheBodyIsRead() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        CompletableFuture<Throwable> aborted = new CompletableFuture<>();
        AtomicInteger calls = new AtomicInteger();
        ContractClient served = serve(exchange -> {
            exchange.onAbort(reason -> {
                calls.incrementAndGet();
                aborted.complete(reason);
            });
            exchange.body().read(100).whenComplete((bytes, failure) -> exchange.respond(Response.text("read")));
            arrived.countDown();
        });
        ContractCall call = served.call("POST", "/", 10);
        call.send(new byte[3]);
        await(arrived);
        call.abort();
        get(aborted);
        served.stop();
        assertEquals(1, calls.get());
    }

    @Test
    void notifiesAListenerWhileTheResponseIsSent() throws Exception {
        CompletableFuture<Throwable> aborted = new CompletableFuture<>();
        CompletableFuture<Throwable> late = new CompletableFuture<>();
        CountDownLatch subscribed = new CountDownLatch(1);
        CompletableFuture<Exchange> sending = new CompletableFuture<>();
        ContractClient served = serve(exchange -> {
            exchange.onAbort(aborted::complete);
            exchange.respond(Response.stream("text/plain", new SilentPublisher(subscribed)));
            sending.complete(exchange);
        });
        ContractCall call = served.call("GET", "/", 0);
        await(subscribed);
        call.abort();
        get(aborted);
        get(sending).onAbort(late::complete);
        get(late);
    }

    @Test
    void notifiesAListenerOfContentThatFails() throws Exception {
        CompletableFuture<Throwable> aborted = new CompletableFuture<>();
        ContractClient served = serve(exchange -> {
            exchange.onAbort(aborted::complete);
            exchange.respond(Response.write("text/plain", out -> {
                out.write(1);
                out.flush();
                throw new IOException("failed");
            }));
        });
        assertFalse(served.call("GET", "/", 0).await().complete());
        get(aborted);
    }

    @Test
    void ignoresAListenerOfAnExchangeThatHasEnded() throws Exception {
        CompletableFuture<Exchange> first = new CompletableFuture<>();
        AtomicInteger calls = new AtomicInteger();
        ContractClient served = serve(exchange -> {
            first.complete(exchange);
            exchange.respond(Response.text("ok"));
        });
        assertEquals("ok", served.call("GET", "/", 0).await().text());
        // The engine answers the second request after it has ended the first exchange.
        assertEquals("ok", served.call("GET", "/", 0).await().text());
        get(first).onAbort(reason -> calls.incrementAndGet());
        served.call("GET", "/", 0).await();
        served.stop();
        assertEquals(0, calls.get());
    }

    @Test
    void rejectsTasksBeyondTheBound() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        EngineOptions options = EngineOptions.of(Listener.http("127.0.0.1", 0)).maxBlockingTasks(1);
        ContractClient served = serve(options, exchange -> {
            try {
                exchange.execute(() -> {
                    running.countDown();
                    await(release);
                    exchange.respond(Response.text("ran"));
                });
            } catch (RejectedExecutionException full) {
                exchange.respond(Response.text("rejected"));
            }
        });
        ContractCall first = served.call("GET", "/", 0);
        await(running);
        assertEquals("rejected", served.call("GET", "/", 0).await().text());
        release.countDown();
        assertEquals("ran", first.await().text());
    }

    @Test
    void stopsWhenItsExchangesAreAnswered() throws Exception {
        CompletableFuture<Exchange> held = new CompletableFuture<>();
        ContractClient served = serve(held::complete);
        ContractCall call = served.call("GET", "/", 0);
        Exchange exchange = get(held);
        CompletableFuture<Void> stopped = CompletableFuture.runAsync(() -> {
            try {
                served.stop();
            } catch (Exception e) {
                throw new CompletionException(e);
            }
        });
        exchange.respond(Response.text("last"));
        assertEquals("last", call.await().text());
        assertNull(get(stopped));
    }
}

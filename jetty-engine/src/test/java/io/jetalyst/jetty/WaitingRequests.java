package io.jetalyst.jetty;

import io.jetalyst.engine.Exchange;
import io.jetalyst.engine.ExchangeHandler;
import io.jetalyst.http.Response;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Answers each request with its path: {@code /wait/x} on a thread that blocks until {@code /release/x} comes, {@code /hold/x} on the thread of
 * the engine when the test releases it, and all others at once.
 */
final class WaitingRequests implements ExchangeHandler {
    private static final int LIMIT_SECONDS = 30;

    private final Map<String, CountDownLatch> waiting = new ConcurrentHashMap<>();
    private final CountDownLatch held = new CountDownLatch(1);

    @Override
    public void handle(Exchange exchange) {
        String path = exchange.request().path();
        String id = path.substring(path.lastIndexOf('/') + 1);
        if (path.startsWith("/wait/")) {
            exchange.execute(() -> {
                boolean released = await(latch(id));
                waiting.remove(id);
                exchange.respond(Response.text(released ? path : "nothing released " + path));
            });
        } else {
            if (path.startsWith("/hold/")) { // a request that does not block, and takes long
                held.countDown();
                await(latch(id));
            }
            if (path.startsWith("/release/")) {
                latch(id).countDown();
            }
            exchange.respond(Response.text(path));
        }
    }

    private CountDownLatch latch(String id) {
        return waiting.computeIfAbsent(id, any -> new CountDownLatch(1));
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    void release(String id) {
        latch(id).countDown();
    }

    void releaseAll() {
        waiting.values().forEach(CountDownLatch::countDown);
    }

    /** Waits until a request is held. */
    boolean awaitHeld() {
        return await(held);
    }
}

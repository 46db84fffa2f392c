package io.jetalyst.testkit.tests.sse;

import io.jetalyst.sse.Event;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A publisher with one subscriber, which the test controls. */
final class Feed implements Flow.Publisher<Event<String>>, Flow.Subscription {
    final CompletableFuture<Flow.Subscriber<? super Event<String>>> subscriber = new CompletableFuture<>();
    final LinkedBlockingQueue<Long> requests = new LinkedBlockingQueue<>();
    final CompletableFuture<Void> cancelled = new CompletableFuture<>();
    final AtomicInteger cancellations = new AtomicInteger();
    /** The methods of the subscription that throw an exception: {@code request}, {@code cancel}, or none. */
    volatile String failing = "";

    /** Each request is answered at once with an event of this many characters, if it is not 0. */
    volatile int flood;

    @Override
    public void subscribe(Flow.Subscriber<? super Event<String>> each) {
        each.onSubscribe(this);
        subscriber.complete(each);
    }

    @Override
    public void request(long n) {
        failIf("request");
        requests.add(n);
        if (flood > 0) {
            subscriber.thenAccept(each -> each.onNext(Event.of("x".repeat(flood))));
        }
    }

    @Override
    public void cancel() {
        cancellations.incrementAndGet();
        cancelled.complete(null);
        failIf("cancel");
    }

    private void failIf(String method) {
        if (failing.equals(method)) {
            throw new IllegalStateException("the source failed in " + method);
        }
    }

    /** Publishes an event when it is requested. */
    void publish(Event<String> event) throws Exception {
        if (requests.poll(20, TimeUnit.SECONDS) == null) {
            throw new AssertionError("no event is requested");
        }
        subscriber.get().onNext(event);
    }
}

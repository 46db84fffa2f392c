package io.jetalyst.testkit.tests.sse;

import java.util.concurrent.Flow;

/** Publishes notes on the thread that requests them. */
record Notes(int count, int failsAt) implements Flow.Publisher<FeedController.Note> {
    @Override
    public void subscribe(Flow.Subscriber<? super FeedController.Note> subscriber) {
        subscriber.onSubscribe(new Flow.Subscription() {
            private int next;

            @Override
            public void request(long n) {
                if (next == failsAt) {
                    subscriber.onError(new IllegalStateException("disk"));
                    return;
                }
                if (next < count) {
                    subscriber.onNext(new FeedController.Note(next++, "n"));
                }
                if (next == count) {
                    next++;
                    subscriber.onComplete();
                }
            }

            @Override
            public void cancel() {
                next = count + 1;
            }
        });
    }
}

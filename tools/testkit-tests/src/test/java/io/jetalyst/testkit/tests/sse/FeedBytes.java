package io.jetalyst.testkit.tests.sse;

import io.jetalyst.sse.Event;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Flow;

/** Delivers one part, and then the events of a feed as they are. */
record FeedBytes(Feed feed) implements Flow.Publisher<ByteBuffer> {
    @Override
    public void subscribe(Flow.Subscriber<? super ByteBuffer> target) {
        feed.subscribe(new Flow.Subscriber<>() {
            @Override
            public void onSubscribe(Flow.Subscription subscription) {
                target.onSubscribe(subscription);
                target.onNext(bytes("begun"));
            }

            @Override
            public void onNext(Event<String> event) {
                target.onNext(bytes(event.data()));
            }

            @Override
            public void onError(Throwable failure) {
                target.onError(failure);
            }

            @Override
            public void onComplete() {
                target.onComplete();
            }
        });
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }
}

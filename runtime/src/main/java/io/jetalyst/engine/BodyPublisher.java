package io.jetalyst.engine;

import java.nio.ByteBuffer;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** The parts of a body for one subscriber, one part for each that it requests. */
final class BodyPublisher implements Flow.Publisher<ByteBuffer> {
    private final PulledBody body;
    private final AtomicBoolean subscribed = new AtomicBoolean();

    BodyPublisher(PulledBody body) {
        this.body = body;
    }

    @Override
    public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
        if (subscribed.compareAndSet(false, true)) {
            subscriber.onSubscribe(new Parts(subscriber));
        } else {
            subscriber.onSubscribe(new Parts(subscriber).cancelled());
            subscriber.onError(new IllegalStateException("a request body has one subscriber"));
        }
    }

    private final class Parts implements Flow.Subscription {
        private final Flow.Subscriber<? super ByteBuffer> subscriber;
        private final AtomicLong requested = new AtomicLong();
        /** The number of calls that asked for delivery since it began; one thread delivers at a time. */
        private final AtomicInteger calls = new AtomicInteger();

        private volatile boolean done;
        private volatile boolean awaiting;

        Parts(Flow.Subscriber<? super ByteBuffer> subscriber) {
            this.subscriber = subscriber;
        }

        Parts cancelled() {
            done = true;
            return this;
        }

        @Override
        public void request(long count) {
            if (count <= 0) {
                fail(new IllegalArgumentException("a subscriber requests at least one part, not " + count));
                return;
            }
            requested.getAndUpdate(before -> before + count < 0 ? Long.MAX_VALUE : before + count);
            deliver();
        }

        @Override
        public void cancel() {
            done = true;
        }

        private void arrived() {
            awaiting = false;
            deliver();
        }

        private void deliver() {
            if (calls.getAndIncrement() > 0) {
                return;
            }
            int seen = 1;
            do {
                deliverRequested();
                seen = calls.addAndGet(-seen);
            } while (seen > 0);
        }

        private void deliverRequested() {
            while (!done && !awaiting && requested.get() > 0) {
                byte[] part;
                try {
                    part = body.take();
                } catch (RuntimeException failed) {
                    fail(failed);
                    return;
                }
                if (part == null) {
                    awaiting = true;
                    body.await(this::arrived);
                } else if (part == PulledBody.END) {
                    done = true;
                    subscriber.onComplete();
                } else {
                    requested.getAndUpdate(count -> count == Long.MAX_VALUE ? count : count - 1);
                    subscriber.onNext(ByteBuffer.wrap(part));
                }
            }
        }

        private void fail(Throwable failure) {
            if (!done) {
                done = true;
                subscriber.onError(failure);
            }
        }
    }
}

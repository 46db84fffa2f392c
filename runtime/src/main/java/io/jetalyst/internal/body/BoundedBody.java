package io.jetalyst.internal.body;

import io.jetalyst.body.ReceivedBody;
import io.jetalyst.engine.RequestBody;
import io.jetalyst.http.HttpProblem;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** A body of unknown length that the method reads up to a limit; then it fails with 413. */
record BoundedBody(RequestBody body, long max) implements ReceivedBody {
    @Override
    public InputStream inputStream() {
        return new Bounded(body.inputStream(), max);
    }

    @Override
    public Flow.Publisher<ByteBuffer> publisher() {
        return subscriber -> body.stream().subscribe(new Counting(subscriber, max));
    }

    private static final class Bounded extends FilterInputStream {
        private final long max;
        private long read;

        Bounded(InputStream in, long max) {
            super(in);
            this.max = max;
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int count = super.read(into, offset, length);
            count(Math.max(count, 0));
            return count;
        }

        @Override
        public long skip(long bytes) throws IOException {
            long skipped = super.skip(bytes);
            count(skipped);
            return skipped;
        }

        private void count(long bytes) throws IOException {
            read += bytes;
            if (read > max) {
                HttpProblem problem = BodyLoader.tooLong(max);
                throw new IOException(problem.getMessage(), problem);
            }
        }
    }

    private static final class Counting implements Flow.Subscriber<ByteBuffer> {
        private final Flow.Subscriber<? super ByteBuffer> subscriber;
        private final long max;
        private long received;
        private Flow.@Nullable Subscription subscription;
        private boolean failed;

        Counting(Flow.Subscriber<? super ByteBuffer> subscriber, long max) {
            this.subscriber = subscriber;
            this.max = max;
        }

        @Override
        public void onSubscribe(Flow.Subscription given) {
            subscription = given;
            subscriber.onSubscribe(given);
        }

        @Override
        public void onNext(ByteBuffer bytes) {
            received += bytes.remaining();
            Flow.Subscription current = subscription;
            if (received <= max) {
                subscriber.onNext(bytes);
            } else if (!failed && current != null) {
                failed = true;
                current.cancel();
                subscriber.onError(BodyLoader.tooLong(max));
            }
        }

        @Override
        public void onError(Throwable failure) {
            if (!failed) {
                failed = true;
                subscriber.onError(failure);
            }
        }

        @Override
        public void onComplete() {
            if (!failed) {
                subscriber.onComplete();
            }
        }
    }
}

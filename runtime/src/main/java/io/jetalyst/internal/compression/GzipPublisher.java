package io.jetalyst.internal.compression;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Compresses the parts of another publisher. Each part can be read by the client as soon as it has arrived. */
final class GzipPublisher implements Flow.Publisher<ByteBuffer> {
    private final Flow.Publisher<ByteBuffer> source;

    GzipPublisher(Flow.Publisher<ByteBuffer> source) {
        this.source = source;
    }

    @Override
    public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
        source.subscribe(new Encoder(subscriber));
    }

    /** Passes the demand of the subscriber on, and one part for each part. The end of the content is a part of its own, which needs demand. */
    private static final class Encoder implements Flow.Subscriber<ByteBuffer>, Flow.Subscription {
        private final Flow.Subscriber<? super ByteBuffer> target;
        private final ByteArrayOutputStream encoded = new ByteArrayOutputStream();
        private final GzipStream gzip;
        private Flow.@Nullable Subscription source;
        /** The parts that the subscriber has requested, and not received. */
        private long demand;

        private boolean complete;
        private boolean released;

        Encoder(Flow.Subscriber<? super ByteBuffer> target) {
            this.target = target;
            try {
                this.gzip = new GzipStream(encoded);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            source = subscription;
            target.onSubscribe(this);
        }

        @Override
        public void request(long count) {
            synchronized (this) {
                demand += Math.min(count, Long.MAX_VALUE - demand);
            }
            if (!endIfRequested() && source != null) {
                source.request(count);
            }
        }

        @Override
        public void cancel() {
            release();
            if (source != null) {
                source.cancel();
            }
        }

        @Override
        public void onNext(ByteBuffer part) {
            ByteBuffer next = encode(part);
            if (next.hasRemaining()) {
                target.onNext(next);
            } else if (source != null) {
                source.request(1); // an empty part, or one after the end
            }
        }

        private synchronized ByteBuffer encode(ByteBuffer part) {
            if (released || !part.hasRemaining()) {
                return ByteBuffer.allocate(0);
            }
            byte[] bytes = new byte[part.remaining()];
            part.get(bytes);
            try {
                gzip.write(bytes);
                gzip.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            demand--;
            return take();
        }

        private ByteBuffer take() {
            ByteBuffer bytes = ByteBuffer.wrap(encoded.toByteArray());
            encoded.reset();
            return bytes;
        }

        @Override
        public void onComplete() {
            synchronized (this) {
                complete = true;
            }
            endIfRequested();
        }

        /** Sends the end when the source has no more parts and the subscriber has requested one. */
        private boolean endIfRequested() {
            ByteBuffer end;
            synchronized (this) {
                if (!complete || demand == 0 || released) {
                    return complete;
                }
                try {
                    gzip.finish();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                end = take();
                release();
            }
            target.onNext(end);
            target.onComplete();
            return true;
        }

        @Override
        public void onError(Throwable failure) {
            release();
            target.onError(failure);
        }

        private synchronized void release() {
            released = true;
            gzip.release();
        }
    }
}

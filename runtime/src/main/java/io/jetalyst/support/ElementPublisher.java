package io.jetalyst.support;

import io.jetalyst.codec.BodyWriter;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow;

/** Publishes the elements of another publisher as JSON, at the pace of the engine. */
final class ElementPublisher<T> implements Flow.Publisher<ByteBuffer> {
    private final ElementFormat format;
    private final BodyWriter<T> writer;
    private final Flow.Publisher<T> elements;

    ElementPublisher(ElementFormat format, BodyWriter<T> writer, Flow.Publisher<T> elements) {
        this.format = format;
        this.writer = writer;
        this.elements = elements;
    }

    @Override
    public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
        elements.subscribe(new Encoder(subscriber));
    }

    /** Each request for a part requests one element; the end takes one more request. */
    private final class Encoder implements Flow.Subscriber<T>, Flow.Subscription {
        private final Flow.Subscriber<? super ByteBuffer> to;
        /** Set before any other signal. */
        private volatile Flow.Subscription from = this;

        /** Guarded by this, as all that follow. */
        private long demand;

        private boolean empty = true;
        private boolean complete;
        private boolean over;

        Encoder(Flow.Subscriber<? super ByteBuffer> to) {
            this.to = to;
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            from = subscription;
            to.onSubscribe(this);
        }

        @Override
        public void onNext(T element) {
            boolean first;
            synchronized (this) {
                if (over) {
                    return;
                }
                demand--;
                first = empty;
                empty = false;
            }
            byte[] bytes;
            try {
                bytes = format.element(writer, element, first);
            } catch (RuntimeException | Error failure) {
                try {
                    from.cancel();
                } finally {
                    onError(failure); // the response ends, even if the source cannot be cancelled
                }
                return;
            }
            to.onNext(ByteBuffer.wrap(bytes));
        }

        @Override
        public void onError(Throwable failure) {
            synchronized (this) {
                if (over) {
                    return;
                }
                over = true;
            }
            to.onError(failure);
        }

        @Override
        public void onComplete() {
            synchronized (this) {
                complete = true;
                if (over || demand == 0) {
                    return;
                }
                over = true;
            }
            end();
        }

        private void end() {
            to.onNext(ByteBuffer.wrap(format.end(empty)));
            to.onComplete();
        }

        @Override
        public void request(long n) {
            boolean ends;
            synchronized (this) {
                if (over) {
                    return;
                }
                demand += n;
                ends = complete;
                over = ends;
            }
            if (ends) {
                end();
            } else {
                from.request(n);
            }
        }

        @Override
        public void cancel() {
            synchronized (this) {
                if (over) {
                    return;
                }
                over = true;
            }
            from.cancel();
        }
    }
}

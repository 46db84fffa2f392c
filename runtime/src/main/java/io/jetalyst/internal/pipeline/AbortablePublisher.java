package io.jetalyst.internal.pipeline;

import io.jetalyst.http.AccessEndedException;
import io.jetalyst.http.ResponseBody;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Passes on the parts of another publisher until it is aborted. */
final class AbortablePublisher implements Flow.Publisher<ByteBuffer>, ResponseBody.Abortable {
    private final Flow.Publisher<ByteBuffer> source;
    private @Nullable Relay relay;
    private boolean isAborted;

    AbortablePublisher(Flow.Publisher<ByteBuffer> source) {
        this.source = source;
    }

    @Override
    public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
        Relay created = new Relay(subscriber);
        synchronized (this) {
            relay = created;
            created.isAborting = isAborted;
        }
        source.subscribe(created);
    }

    @Override
    public void abort() {
        Relay current;
        synchronized (this) {
            isAborted = true;
            current = relay;
        }
        if (current != null) {
            current.abort();
        }
    }

    private static final class Relay implements Flow.Subscriber<ByteBuffer>, Flow.Subscription {
        private final Flow.Subscriber<? super ByteBuffer> target;
        /** Guarded by this, as all that follow. */
        private Flow.@Nullable Subscription from;

        private boolean isAborting;
        /** Whether the target has received its last signal. */
        private boolean isOver;
        /** The signals that the target has not returned from. The abort is the next one, because signals are serial. */
        private int signals;

        Relay(Flow.Subscriber<? super ByteBuffer> target) {
            this.target = target;
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            synchronized (this) {
                from = subscription;
                signals++;
            }
            try {
                target.onSubscribe(this);
            } finally {
                endSignal();
            }
        }

        @Override
        public void onNext(ByteBuffer part) {
            synchronized (this) {
                if (isOver) {
                    return;
                }
                signals++;
            }
            try {
                target.onNext(part);
            } finally {
                endSignal();
            }
        }

        private void endSignal() {
            synchronized (this) {
                signals--;
            }
            failIfAborting();
        }

        @Override
        public void onError(Throwable failure) {
            if (end()) {
                target.onError(failure);
            }
        }

        @Override
        public void onComplete() {
            if (end()) {
                target.onComplete();
            }
        }

        private synchronized boolean end() {
            boolean isFirst = !isOver;
            isOver = true;
            return isFirst;
        }

        void abort() {
            synchronized (this) {
                isAborting = true;
            }
            failIfAborting();
        }

        private void failIfAborting() {
            Flow.Subscription cancelled;
            synchronized (this) {
                cancelled = from;
                if (!isAborting || isOver || signals > 0 || cancelled == null) {
                    return;
                }
                isOver = true;
            }
            try {
                cancelled.cancel();
            } finally {
                target.onError(new AccessEndedException());
            }
        }

        @Override
        public void request(long count) {
            Flow.Subscription current;
            synchronized (this) {
                current = isOver ? null : from;
            }
            if (current != null) {
                current.request(count);
            }
        }

        @Override
        public void cancel() {
            Flow.Subscription current;
            synchronized (this) {
                isOver = true;
                current = from;
            }
            if (current != null) {
                current.cancel();
            }
        }
    }
}

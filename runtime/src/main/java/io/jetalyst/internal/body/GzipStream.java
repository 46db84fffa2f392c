package io.jetalyst.internal.body;

import io.jetalyst.http.HttpProblem;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Decodes the parts of a body for one subscriber. It requests a coded part only when the subscriber wants more than the last one held, so it
 * holds one coded and one decoded part at most, however much a coded part expands.
 */
final class GzipStream implements Flow.Subscriber<ByteBuffer>, Flow.Subscription {
    private static final int PART_BYTES = 8 * 1024;

    private final Flow.Subscriber<? super ByteBuffer> subscriber;
    private final GzipDecoder decoder;
    private final long max;
    private final AtomicLong requested = new AtomicLong();
    /** The number of calls that asked for delivery since it began; one thread delivers at a time. */
    private final AtomicInteger calls = new AtomicInteger();

    private volatile Flow.@Nullable Subscription coded;
    private volatile boolean awaiting;
    private volatile boolean complete;
    private volatile @Nullable Throwable failure;
    private volatile boolean over;
    private long received;

    GzipStream(Flow.Subscriber<? super ByteBuffer> subscriber, GzipDecoder decoder, long max) {
        this.subscriber = subscriber;
        this.decoder = decoder;
        this.max = max;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        coded = given;
        subscriber.onSubscribe(this);
    }

    @Override
    public void onNext(ByteBuffer part) {
        byte[] bytes = new byte[part.remaining()];
        part.get(bytes);
        received += bytes.length;
        if (received > max) {
            failure = BodyLoader.tooLong(max);
        } else {
            decoder.input(bytes);
        }
        awaiting = false;
        deliver();
    }

    @Override
    public void onError(Throwable cause) {
        failure = cause;
        deliver();
    }

    @Override
    public void onComplete() {
        complete = true;
        deliver();
    }

    @Override
    public void request(long count) {
        if (count <= 0) {
            failure = new IllegalArgumentException("a subscriber requests at least one part, not " + count);
        } else {
            requested.getAndUpdate(before -> before + count < 0 ? Long.MAX_VALUE : before + count);
        }
        deliver();
    }

    @Override
    public void cancel() {
        over = true;
        Flow.Subscription current = coded;
        if (current != null) {
            current.cancel();
        }
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
        boolean goesOn = true;
        while (goesOn && !over) {
            Throwable failed = failure;
            if (failed == null) {
                goesOn = requested.get() > 0 && (complete || !awaiting) && deliverPart();
            } else {
                fail(failed);
            }
        }
    }

    /** Returns {@code false} if the body has ended. */
    private boolean deliverPart() {
        byte[] part = new byte[PART_BYTES];
        int count;
        try {
            count = decoder.decode(part, 0, part.length);
            if (count == 0 && complete) {
                decoder.end();
            }
        } catch (HttpProblem broken) {
            fail(broken);
            return false;
        }
        if (count > 0) {
            requested.getAndUpdate(before -> before == Long.MAX_VALUE ? before : before - 1);
            subscriber.onNext(ByteBuffer.wrap(count == part.length ? part : Arrays.copyOf(part, count)));
        } else if (complete) {
            over = true;
            subscriber.onComplete();
        } else {
            awaiting = true;
            Flow.Subscription current = coded;
            if (current != null) {
                current.request(1);
            }
        }
        return true;
    }

    private void fail(Throwable cause) {
        over = true;
        Flow.Subscription current = coded;
        if (current != null) {
            current.cancel();
        }
        subscriber.onError(cause);
    }
}

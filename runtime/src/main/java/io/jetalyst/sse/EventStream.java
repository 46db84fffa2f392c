package io.jetalyst.sse;

import io.jetalyst.http.ResponseBody;
import io.jetalyst.http.StalledClientException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Encodes what a publisher delivers, at the pace of the client, and adds comments while there is nothing to send. It is subscribed to once.
 * The next event is requested when the client has taken the last one. It cancels its own subscription at most once.
 *
 * @param <S> the type that the publisher delivers
 */
final class EventStream<S>
        implements ResponseBody.Endless, Flow.Publisher<ByteBuffer>, Flow.Subscriber<S>, Flow.Subscription {
    private static final Duration DEFAULT_KEEP_ALIVE = Duration.ofSeconds(15);

    private final Flow.Publisher<S> source;
    private final Function<S, byte[]> encoder;
    /** Creates the event that is sent before those of the source. */
    private final @Nullable Supplier<byte[]> first;
    /** Negative until it is set. */
    private Duration keepAlive;

    private Executor blocking = Runnable::run;
    private Executor later = Runnable::run;

    /** Guarded by this, as all that follow. */
    private Flow.@Nullable Subscriber<? super ByteBuffer> client;

    private Flow.@Nullable Subscription subscription;
    private byte @Nullable [] event;
    private @Nullable Throwable failure;
    private long demand;
    /**
     * The first comment lets the engine send status and header fields, so that the browser reports the stream as open. A first event does the
     * same; the response fails with an error if that event cannot be created.
     */
    private boolean commentDue;

    private boolean requested;
    private boolean complete;
    private boolean over;
    private boolean draining;
    /** Whether the client has taken something since the last comment was due. */
    private boolean taken = true;

    EventStream(
            Flow.Publisher<S> source,
            Function<S, byte[]> encoder,
            @Nullable Supplier<byte[]> first,
            Duration keepAlive) {
        this.source = source;
        this.encoder = encoder;
        this.first = first;
        this.commentDue = first == null;
        this.keepAlive = keepAlive;
    }

    @Override
    public void begin(Duration time, Executor executor) {
        if (keepAlive.isNegative()) {
            keepAlive = time;
        }
        blocking = executor;
    }

    @Override
    public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
        Duration time = keepAlive.isNegative() ? DEFAULT_KEEP_ALIVE : keepAlive;
        later = CompletableFuture.delayedExecutor(time.toNanos(), TimeUnit.NANOSECONDS);
        source.subscribe(this);
        subscriber.onSubscribe(this);
        synchronized (this) {
            client = subscriber;
        }
        later.execute(this::tick);
        drain();
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        Flow.Subscription begun = new SourceSubscription(given, this::cancel);
        if (first == null) {
            accept(begun, null);
            return;
        }
        try {
            blocking.execute(() -> acceptWithFirst(begun, first));
        } catch (RuntimeException full) {
            begun.cancel();
            cancel(full);
        }
    }

    /** The source is subscribed to, so no later event is missing after the first one. */
    private void acceptWithFirst(Flow.Subscription begun, Supplier<byte[]> supplier) {
        byte[] created;
        try {
            created = supplier.get();
        } catch (RuntimeException | Error e) {
            begun.cancel();
            cancel(e);
            return;
        }
        accept(begun, created);
    }

    private void accept(Flow.Subscription begun, byte @Nullable [] created) {
        boolean accepted;
        synchronized (this) {
            accepted = !over && !complete && subscription == null;
            if (accepted) {
                subscription = begun;
                event = created;
            }
        }
        if (accepted) {
            drain();
        } else {
            begun.cancel();
        }
    }

    @Override
    public void onNext(S item) {
        byte[] encoded;
        try {
            encoded = encoder.apply(item);
        } catch (RuntimeException | Error e) {
            cancel(e);
            return;
        }
        synchronized (this) {
            if (complete) {
                return;
            }
            event = encoded;
            requested = false;
        }
        drain();
    }

    @Override
    public void onError(Throwable thrown) {
        synchronized (this) {
            subscription = null;
        }
        cancel(thrown);
    }

    @Override
    public void onComplete() {
        synchronized (this) {
            complete = true;
            subscription = null;
        }
        drain();
    }

    @Override
    public void end() {
        Flow.Subscription cancelled;
        synchronized (this) {
            complete = true;
            cancelled = takeSubscription();
        }
        if (cancelled != null) {
            cancelled.cancel();
        }
        drain();
    }

    /** The client has taken everything that was sent. */
    @Override
    public void request(long n) {
        synchronized (this) {
            demand += n;
            taken = true;
        }
        drain();
    }

    /** The client is gone. */
    @Override
    public void cancel() {
        Flow.Subscription cancelled;
        synchronized (this) {
            over = true;
            cancelled = takeSubscription();
        }
        if (cancelled != null) {
            cancelled.cancel();
        }
    }

    /** Fails the response, so that the browser connects again. The engine reports the failure. */
    private void cancel(Throwable cause) {
        Flow.Subscription cancelled;
        synchronized (this) {
            if (over || failure != null) {
                return;
            }
            failure = cause;
            complete = true;
            cancelled = takeSubscription();
        }
        if (cancelled != null) {
            cancelled.cancel();
        }
        drain();
    }

    private Flow.@Nullable Subscription takeSubscription() {
        Flow.Subscription current = subscription;
        subscription = null;
        return current;
    }

    /** Sends a comment, or closes the connection of a client that has not read since the last one. */
    private void tick() {
        boolean stalled;
        synchronized (this) {
            if (over) {
                return;
            }
            stalled = demand == 0 && !taken;
            commentDue = demand > 0;
            taken = false;
        }
        if (stalled) {
            cancel(new StalledClientException("the client does not read its server-sent events"));
        } else {
            later.execute(this::tick);
            drain();
        }
    }

    /** Sends all signals that are due. One thread at a time does so, and a signal may cause the next one on the same thread. */
    private void drain() {
        synchronized (this) {
            if (draining) {
                return;
            }
            draining = true;
        }
        while (true) {
            Runnable signal;
            synchronized (this) {
                signal = next();
                if (signal == null) {
                    draining = false;
                    return;
                }
            }
            signal.run();
        }
    }

    /** The next signal; {@code null} if none is due. */
    private @Nullable Runnable next() {
        Flow.Subscriber<? super ByteBuffer> to = client;
        if (over || to == null) {
            return null;
        }
        Throwable cause = failure;
        if (cause != null) {
            over = true;
            return () -> to.onError(cause);
        }
        byte[] bytes = event;
        if (bytes == null && complete) {
            over = true;
            return to::onComplete;
        }
        if (demand == 0) {
            return null;
        }
        if (bytes != null || commentDue) {
            byte[] sent = bytes == null ? EventFormat.COMMENT : bytes;
            event = null;
            commentDue = false;
            demand--;
            return () -> to.onNext(ByteBuffer.wrap(sent));
        }
        Flow.Subscription from = subscription;
        if (from == null || requested) {
            return null;
        }
        requested = true;
        return () -> from.request(1);
    }
}

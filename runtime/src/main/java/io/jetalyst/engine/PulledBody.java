package io.jetalyst.engine;

import io.jetalyst.http.HttpProblem;
import io.jetalyst.http.Status;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A base for the request bodies of engines. A subclass pulls parts from its connection and signals that the next part has arrived. This
 * class implements the methods of {@link RequestBody} with them, and applies the limits and timeouts of {@link EngineOptions}.
 */
public abstract class PulledBody implements RequestBody {
    /** The result of {@link #pull} after the last part. */
    protected static final byte[] END = new byte[0];

    /** Schedules a task. */
    @FunctionalInterface
    public interface Timer {
        /** @return a task that cancels the scheduled one if it has not begun */
        Runnable schedule(Runnable task, long delayNanos);
    }

    private enum Way {
        NONE,
        WHOLE,
        STREAM,
        INPUT
    }

    private final EngineOptions options;
    private final Timer timer;
    private Way way = Way.NONE;
    /** Created for the first call that wants the whole body, or reserves memory: most requests have none. Guarded by this. */
    private @Nullable WholeBody whole;

    /** Whether the memory was released; guarded by this. */
    private boolean released;

    /** Guarded by this. */
    private @Nullable Runnable waiting;

    private boolean demanded;
    private boolean draining;
    private boolean ended;
    private byte @Nullable [] peeked;
    private @Nullable HttpProblem failure;
    private @Nullable Runnable timeout;
    private long received;
    private long waitedNanos;
    private long waitingSince;

    protected PulledBody(EngineOptions options, Timer timer) {
        this.options = options;
        this.timer = timer;
    }

    /**
     * Takes the next part from the connection.
     *
     * @return {@link #END} after the last part, {@code null} if the next part has not arrived; the array belongs to the caller
     * @throws HttpProblem if no further part will arrive
     */
    protected abstract byte @Nullable [] pull();

    /**
     * Reads from the connection until {@link #pull} has a part, the end or a failure, then calls back once, perhaps before it returns.
     * Called again only after the callback.
     */
    protected abstract void demand(Runnable arrived);

    /** Whether the whole body has been pulled. */
    public final synchronized boolean isEnded() {
        return ended;
    }

    @Override
    public final synchronized long received() {
        return received;
    }

    /** Whether the body failed, so that the rest of it will never arrive. */
    public final synchronized boolean isFailed() {
        return failure != null;
    }

    /** Whether any byte of the body has been pulled, or was demanded. */
    protected final synchronized boolean isBegun() {
        return received > 0 || demanded || ended;
    }

    /** Pulls the first part if it has arrived; for {@link #isEmpty} if the head of the request does not give the length. */
    protected final synchronized boolean isEndNext() {
        if (peeked == null && !ended && failure == null) {
            try {
                peeked = next();
            } catch (HttpProblem broken) {
                return false;
            }
            if (peeked == END) {
                peeked = null;
            }
        }
        return ended && received == 0;
    }

    @Override
    public final byte @Nullable [] poll(int maxBytes) {
        return whole().poll(this, maxBytes);
    }

    @Override
    public final CompletionStage<byte[]> read(int maxBytes) {
        return whole().read(this, maxBytes);
    }

    @Override
    public final void reserve(long bytes) {
        collected().reserve(bytes);
    }

    @Override
    public final void release() {
        WholeBody existing;
        synchronized (this) {
            released = true;
            existing = whole;
        }
        if (existing != null) {
            existing.release();
        }
    }

    @Override
    public final Flow.Publisher<ByteBuffer> stream() {
        claimOnce(Way.STREAM);
        return new BodyPublisher(this);
    }

    @Override
    public final InputStream inputStream() {
        claimOnce(Way.INPUT);
        return new BodyInputStream(this);
    }

    /**
     * Reads and drops the rest of the body, on behalf of the engine. A reader that still waits for bytes fails.
     *
     * @param done called once: {@code true} if the end was reached, {@code false} if the limits were, or the body failed
     */
    public final void drain(long maxBytes, long maxNanos, Consumer<Boolean> done) {
        Runnable reader;
        synchronized (this) {
            draining = true;
            reader = takeWaiting();
        }
        if (reader != null) {
            reader.run();
        }
        long deadline = System.nanoTime() + maxNanos;
        new BodyDrain(this, received() + maxBytes, deadline, done).run();
    }

    /** The next part for a reader. */
    final synchronized byte @Nullable [] take() {
        if (draining) {
            throw new IllegalStateException("the exchange is answered; its body can not be read any more");
        }
        return next();
    }

    /** The next part, also while the body is drained. */
    final synchronized byte @Nullable [] next() {
        if (failure != null) {
            throw failure;
        }
        byte[] part = peeked;
        if (part != null) {
            peeked = null;
            return part;
        }
        if (ended) {
            return END;
        }
        try {
            part = pull();
        } catch (HttpProblem broken) {
            failure = broken;
            throw broken;
        }
        if (part == END) {
            ended = true;
        } else if (part != null) {
            received += part.length;
        }
        return part;
    }

    /** Calls back when {@link #take} has something, or the client has been too slow. */
    final void await(Runnable next) {
        long allowed = options.bodyTimeout().toNanos()
                + TimeUnit.SECONDS.toNanos(received) / options.minDataRate()
                - waitedNanos;
        await(next, Math.max(1, allowed), () -> {
            synchronized (this) {
                if (failure == null) {
                    options.rejections().add(ServerLimit.BODY_TIME);
                    failure = HttpProblem.of(Status.REQUEST_TIMEOUT, "The body of the request did not arrive in time.");
                }
            }
            next.run();
        });
    }

    /** Calls back when {@link #next} has something, or the time has passed. */
    final void await(Runnable next, long nanos, Runnable late) {
        boolean demands;
        synchronized (this) {
            waiting = next;
            waitingSince = System.nanoTime();
            demands = !demanded;
            demanded = true;
            timeout = timer.schedule(() -> timedOut(next, late), nanos);
        }
        if (demands) {
            demand(this::arrived);
        }
    }

    private void arrived() {
        Runnable next;
        synchronized (this) {
            demanded = false;
            next = takeWaiting();
        }
        if (next != null) {
            next.run();
        }
    }

    private void timedOut(Runnable next, Runnable late) {
        synchronized (this) {
            if (waiting != next) {
                return;
            }
            takeWaiting();
        }
        late.run();
    }

    private @Nullable Runnable takeWaiting() {
        Runnable next = waiting;
        waiting = null;
        if (next != null) {
            waitedNanos += System.nanoTime() - waitingSince;
        }
        if (timeout != null) {
            timeout.run();
            timeout = null;
        }
        return next;
    }

    private synchronized WholeBody whole() {
        if (way != Way.NONE && way != Way.WHOLE) {
            throw new IllegalStateException("the body of this request is read in another way already");
        }
        way = Way.WHOLE;
        return collected();
    }

    private synchronized WholeBody collected() {
        WholeBody existing = whole;
        if (existing == null) {
            existing = new WholeBody(options);
            whole = existing;
            if (released) {
                existing.release();
            }
        }
        return existing;
    }

    private synchronized void claimOnce(Way wanted) {
        if (way != Way.NONE) {
            throw new IllegalStateException("the body of this request is read already");
        }
        way = wanted;
    }
}

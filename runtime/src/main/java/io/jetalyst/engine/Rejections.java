package io.jetalyst.engine;

import io.jetalyst.http.HttpProblem;
import io.jetalyst.http.Status;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Counts what the server has rejected, for each {@link ServerLimit}, since it started. Safe for all threads. */
public final class Rejections {
    private final LongAdder[] counts =
            Stream.of(ServerLimit.values()).map(limit -> new LongAdder()).toArray(LongAdder[]::new);
    private final Consumer<Rejections> listener;

    /** Counts only. */
    public Rejections() {
        this(counted -> {});
    }

    /** @param listener notified after each rejection that {@linkplain ServerLimit#isOverload means overload}, on the thread that rejects */
    public Rejections(Consumer<Rejections> listener) {
        this.listener = listener;
    }

    /** The response to a request beyond a limit: 503 with {@code Retry-After} (RFC 9110 §10.2.3). */
    public static HttpProblem busy() {
        return HttpProblem.of(Status.SERVICE_UNAVAILABLE, "The server is busy. Try again in a moment.")
                .header("Retry-After", "1");
    }

    /** Counts one more. */
    public void add(ServerLimit limit) {
        counts[limit.ordinal()].increment();
        if (limit.isOverload()) {
            listener.accept(this);
        }
    }

    /** Counts one more for {@link ServerLimit#HEAP} if this is an {@link OutOfMemoryError}. */
    public void addIfHeap(Throwable failure) {
        if (failure instanceof OutOfMemoryError) {
            add(ServerLimit.HEAP);
        }
    }

    /** The number of rejections since the start. */
    public long count(ServerLimit limit) {
        return counts[limit.ordinal()].sum();
    }

    @Override
    public String toString() {
        return Stream.of(ServerLimit.values())
                .map(limit -> limit + " " + count(limit))
                .collect(Collectors.joining(", "));
    }
}

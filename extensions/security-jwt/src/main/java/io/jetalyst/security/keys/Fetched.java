package io.jetalyst.security.keys;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A value that is fetched from an issuer and kept in memory. One fetch runs at a time, on a thread of the HTTP client. Requests use the value that
 * is there while it runs; a few of them may wait for it if there is none, or none that suits them. After each {@linkplain FetchTimes#lifetime lifetime}
 * it is fetched again, also while no request comes, so that no request uses a value that the issuer has withdrawn long ago. A fetch that failed is
 * repeated after 5 seconds, and then after twice the time before, up to 5 minutes, if no request causes one earlier. That ends when the value is garbage. Safe for all threads.
 */
public final class Fetched<T> {
    private static final Logger LOG = LoggerFactory.getLogger("io.jetalyst.security");
    /** The number of requests that wait for a fetch. */
    private static final int MAX_WAITING = 16;
    /** The least time between two fetches if the first one failed. */
    private static final long RETRY_NANOS = TimeUnit.SECONDS.toNanos(5);
    /** The number of times that the time between two failed fetches doubles: it is 5 minutes then. */
    private static final int MAX_DOUBLINGS = 6;

    private static final long MAX_RETRY_NANOS = TimeUnit.MINUTES.toNanos(5);

    private final String name;
    private final Supplier<CompletableFuture<T>> fetch;
    private final FetchTimes times;
    private final LongSupplier nanoTime;
    private final Semaphore waiting = new Semaphore(MAX_WAITING);
    private volatile @Nullable Copy<T> last;
    private @Nullable CompletableFuture<Copy<T>> running;
    private boolean attempted;
    private long attemptedAt;
    /** The number of the last fetches that have failed. */
    private int failures;
    /** The number of fetches that have begun. */
    private long fetches;

    /** @param at the time of the fetch, in nanoseconds */
    record Copy<T>(T value, long at) {}

    /**
     * @param name what is fetched, for the log
     * @param fetch begins a fetch that has a deadline
     * @param nanoTime the clock
     */
    public Fetched(String name, Supplier<CompletableFuture<T>> fetch, FetchTimes times, LongSupplier nanoTime) {
        this.name = name;
        this.fetch = fetch;
        this.times = times;
        this.nanoTime = nanoTime;
    }

    /**
     * Returns the value. The call waits if it was never fetched, or is too old.
     *
     * @throws UnavailableException if it cannot be fetched, or too many requests wait
     */
    public T get() throws UnavailableException {
        return copy().value();
    }

    /** Begins a fetch, if none runs and the last one has not failed a short time ago. */
    public void refresh() {
        begun();
    }

    Copy<T> copy() throws UnavailableException {
        Copy<T> known = last;
        if (known == null || age(known) >= times.maxAge().toNanos()) {
            return await(begun());
        }
        if (age(known) >= times.lifetime().toNanos()) {
            begun();
        }
        return known;
    }

    /**
     * Returns a copy that was fetched after this one, or the same if the interval does not allow a fetch.
     *
     * @param interval the least time since the begin of the last fetch
     * @throws UnavailableException if it cannot be fetched, or too many requests wait
     */
    Copy<T> newer(Copy<T> known, Duration interval) throws UnavailableException {
        CompletableFuture<Copy<T>> fetched;
        synchronized (this) {
            Copy<T> latest = last;
            if (latest != null && latest != known) {
                return latest;
            }
            if (running == null && nanoTime.getAsLong() - attemptedAt >= interval.toNanos()) {
                begin();
            }
            if (running == null) {
                return known;
            }
            fetched = running;
        }
        return await(fetched);
    }

    private long age(Copy<T> known) {
        return nanoTime.getAsLong() - known.at();
    }

    private synchronized CompletableFuture<Copy<T>> begun() {
        if (running == null && (!attempted || nanoTime.getAsLong() - attemptedAt >= RETRY_NANOS)) {
            begin();
        }
        if (running != null) {
            return running;
        }
        Copy<T> latest = last; // it may have been fetched since the caller looked
        return latest == null || age(latest) >= times.maxAge().toNanos()
                ? CompletableFuture.failedFuture(new UnavailableException("the last fetch has failed"))
                : CompletableFuture.completedFuture(latest);
    }

    private void begin() {
        attempted = true;
        fetches++;
        attemptedAt = nanoTime.getAsLong();
        CompletableFuture<Copy<T>> result = new CompletableFuture<>();
        running = result;
        CompletableFuture<T> fetching;
        try {
            fetching = fetch.get();
        } catch (RuntimeException failure) {
            fetching = CompletableFuture.failedFuture(failure);
        }
        fetching.whenComplete((value, failure) -> end(result, value, failure));
    }

    private void end(CompletableFuture<Copy<T>> result, @Nullable T value, @Nullable Throwable failure) {
        Copy<T> fresh = value == null ? null : new Copy<>(value, nanoTime.getAsLong());
        synchronized (this) {
            running = null;
            if (fresh != null) {
                last = fresh;
            }
            log(failure);
            failures = failure == null ? 0 : Math.min(failures + 1, MAX_DOUBLINGS + 1);
        }
        if (fresh == null) {
            result.completeExceptionally(new UnavailableException("the fetch has failed"));
        } else {
            result.complete(fresh);
        }
        fetchLater();
    }

    private synchronized void fetchLater() {
        long delay =
                failures == 0 ? times.lifetime().toNanos() : Math.min(RETRY_NANOS << (failures - 1), MAX_RETRY_NANOS);
        WeakReference<Fetched<T>> self =
                new WeakReference<>(this); // the timer does not keep an application that has ended
        long before = fetches;
        CompletableFuture.delayedExecutor(delay, TimeUnit.NANOSECONDS).execute(() -> {
            Fetched<T> fetched = self.get();
            if (fetched != null) {
                fetched.fetchAfter(before);
            }
        });
    }

    /** Begins a fetch, unless a request has caused one since: that one is followed by another. */
    private synchronized void fetchAfter(long before) {
        if (running == null && fetches == before) {
            begin();
        }
    }

    /** Logs the first failure, and the end of failures. */
    private void log(@Nullable Throwable failure) {
        if (failure != null && failures == 0) {
            Throwable cause = failure.getCause() == null ? failure : failure.getCause();
            LOG.warn(
                    "Cannot fetch {}: {}. The server tries again. Requests that need it get 503 if"
                            + " there is none, or if the last one is older than {} minutes",
                    name,
                    cause.toString(),
                    times.maxAge().toMinutes());
        } else if (failure == null && failures > 0) {
            LOG.info("Could fetch {} again", name);
        }
    }

    private Copy<T> await(CompletableFuture<Copy<T>> fetched) throws UnavailableException {
        if (!waiting.tryAcquire()) {
            throw new UnavailableException("too many requests wait for " + name);
        }
        try {
            return fetched.get(); // the fetch has a deadline
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnavailableException("the thread was interrupted");
        } catch (ExecutionException e) {
            throw new UnavailableException("cannot fetch " + name);
        } finally {
            waiting.release();
        }
    }
}

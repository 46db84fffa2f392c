package io.jetalyst.security.jwt;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys of an issuer, in memory. One fetch runs at a time, on a thread of the HTTP client. Requests use the keys that are there while it
 * runs; a request waits for it only if no key matches. So tokens with invented {@code kid}s cause one fetch in an interval, and occupy few
 * threads.
 */
final class IssuerKeys implements JWKSource<SecurityContext> {
    private static final Logger LOG = LoggerFactory.getLogger("io.jetalyst.security");
    /** The number of requests that wait for one fetch. */
    private static final int MAX_WAITING = 16;
    /** The least time between two fetches if the first one failed. */
    private static final long RETRY_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final KeyFetch fetch;
    private final JwtOptions options;
    private final LongSupplier ticker;
    private final Semaphore waiting = new Semaphore(MAX_WAITING);
    private volatile @Nullable Fetched fetched;
    private @Nullable CompletableFuture<Fetched> running;
    private boolean attempted;
    private long attemptedAt;
    private boolean failing;

    /** @param at the time of the fetch, in nanoseconds of the ticker */
    private record Fetched(List<JWK> keys, long at) {}

    IssuerKeys(KeyFetch fetch, JwtOptions options, LongSupplier ticker) {
        this.fetch = fetch;
        this.options = options;
        this.ticker = ticker;
    }

    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) throws KeySourceException {
        Fetched known = usable();
        if (known == null) {
            return select(selector, await(refresh()));
        }
        List<JWK> matching = select(selector, known);
        if (matching.isEmpty()) {
            CompletableFuture<Fetched> fresh = refreshFor(known);
            return fresh == null ? matching : select(selector, await(fresh));
        }
        if (age(known) >= options.keyLifetime().toNanos()) {
            refresh();
        }
        return matching;
    }

    private @Nullable Fetched usable() {
        Fetched known = fetched;
        return known == null || age(known) >= options.maxKeyAge().toNanos() ? null : known;
    }

    private long age(Fetched known) {
        return ticker.getAsLong() - known.at();
    }

    private static List<JWK> select(JWKSelector selector, Fetched known) {
        return selector.select(new JWKSet(known.keys()));
    }

    /** Fetches the keys unless the last fetch failed a short time ago. Returns the fetch that runs, or the last result. */
    synchronized CompletableFuture<Fetched> refresh() {
        if (running == null && (!attempted || ticker.getAsLong() - attemptedAt >= RETRY_NANOS)) {
            begin();
        }
        return running == null
                ? CompletableFuture.failedFuture(new KeySourceException("the last fetch failed"))
                : running;
    }

    /** Returns a fetch that began after these keys were fetched; {@code null} if the interval does not allow one. */
    private synchronized @Nullable CompletableFuture<Fetched> refreshFor(Fetched known) {
        Fetched latest = fetched;
        if (latest != null && latest != known) {
            return CompletableFuture.completedFuture(latest);
        }
        if (running == null
                && ticker.getAsLong() - attemptedAt >= options.keyInterval().toNanos()) {
            begin();
        }
        return running;
    }

    private void begin() {
        attempted = true;
        attemptedAt = ticker.getAsLong();
        CompletableFuture<Fetched> result = new CompletableFuture<>();
        running = result;
        fetch.fetch().whenComplete((keys, failure) -> end(result, keys, failure));
    }

    private void end(CompletableFuture<Fetched> result, @Nullable List<JWK> keys, @Nullable Throwable failure) {
        Fetched fresh = keys == null ? null : new Fetched(keys, ticker.getAsLong());
        synchronized (this) {
            running = null;
            if (fresh != null) {
                fetched = fresh;
            }
            log(failure);
        }
        if (fresh == null) {
            result.completeExceptionally(new KeySourceException("the fetch failed"));
        } else {
            result.complete(fresh);
        }
    }

    /** Logs the first failure, and the end of failures. */
    private void log(@Nullable Throwable failure) {
        if (failure != null && !failing) {
            Throwable cause = failure.getCause() == null ? failure : failure.getCause();
            LOG.warn(
                    "Cannot fetch the keys of {}, because of {}. Requests with its tokens are answered with 503 when no key"
                            + " is there, or when the last keys are older than {}",
                    options.issuer(),
                    cause.toString(),
                    options.maxKeyAge());
        } else if (failure == null && failing) {
            LOG.info("The keys of {} are there again", options.issuer());
        }
        failing = failure != null;
    }

    private Fetched await(CompletableFuture<Fetched> fresh) throws KeySourceException {
        if (!waiting.tryAcquire()) {
            throw new KeySourceException("too many requests wait for the keys");
        }
        try {
            return fresh.get(); // the fetch has a deadline
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KeySourceException("the thread was interrupted");
        } catch (ExecutionException e) {
            throw new KeySourceException("the keys of the issuer cannot be fetched");
        } finally {
            waiting.release();
        }
    }
}

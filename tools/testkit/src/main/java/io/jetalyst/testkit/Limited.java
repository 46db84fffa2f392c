package io.jetalyst.testkit;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for what the network does, and never for ever. */
final class Limited {
    /** Where nobody sets another limit. */
    static final Duration DEFAULT = Duration.ofSeconds(10);

    private Limited() {}

    /**
     * The result, within the limit.
     *
     * @param failure what to say if it does not come; how long it took is added
     * @throws IOException why the network failed
     */
    static <T> T get(CompletableFuture<T> future, Duration limit, String failure) throws IOException {
        try {
            return future.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            future.cancel(true);
            throw new AssertionError(failure + " within " + text(limit), e);
        } catch (InterruptedException e) {
            future.cancel(true);
            Thread.currentThread().interrupt(); // told to stop, perhaps by @Timeout
            throw new AssertionError(failure + " before the test was interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException broken) {
                throw broken;
            }
            throw new IllegalStateException(failure, e.getCause());
        }
    }

    /** A limit for the options of a TCP socket, for which 0 is for ever. */
    static int millis(Duration limit) {
        return (int) Math.max(1, Math.min(Integer.MAX_VALUE, limit.toMillis()));
    }

    /** A limit for people: {@code 10 s}, {@code 250 ms}. */
    static String text(Duration limit) {
        return limit.toMillis() % 1000 == 0 ? limit.toSeconds() + " s" : limit.toMillis() + " ms";
    }
}

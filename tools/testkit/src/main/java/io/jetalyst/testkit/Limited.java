package io.jetalyst.testkit;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/** Waits for a network operation with a timeout. */
final class Limited {
    /** The timeout unless a test sets another. */
    static final Duration DEFAULT = Duration.ofSeconds(10);

    private Limited() {}

    /**
     * Returns the result of the future.
     *
     * @param failure the message of the failure if it times out, without the time
     * @throws IOException if the operation failed with one
     */
    static <T> T get(CompletableFuture<T> future, Duration limit, String failure) throws IOException {
        try {
            return future.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            future.cancel(true);
            throw new AssertionError(failure + " within " + text(limit), e);
        } catch (InterruptedException e) {
            future.cancel(true);
            Thread.currentThread().interrupt(); // perhaps by @Timeout
            throw new AssertionError(failure + " before the test was interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException broken) {
                throw broken;
            }
            throw new IllegalStateException(failure, e.getCause());
        }
    }

    /**
     * Waits for a notification of a monitor that the caller holds.
     *
     * @param wanted the words for a message that say for what the test waits
     * @param end the time at which the caller stops waiting, as of {@link System#nanoTime}
     * @param failure makes the failure of a sentence
     */
    static void pause(
            Object monitor, String wanted, Duration limit, long end, Function<String, AssertionError> failure) {
        long millis = (end - System.nanoTime() + 999_999) / 1_000_000;
        if (millis <= 0) {
            throw failure.apply("waited " + text(limit) + " for " + wanted + ", which did not arrive");
        }
        try {
            monitor.wait(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // perhaps by @Timeout
            throw failure.apply("the test was interrupted while it waited for " + wanted);
        }
    }

    /** Converts a timeout for the options of a TCP socket, where 0 means no timeout. */
    static int millis(Duration limit) {
        return (int) Math.max(1, Math.min(Integer.MAX_VALUE, limit.toMillis()));
    }

    /** Formats a timeout for a message: {@code 10 s}, {@code 250 ms}. */
    static String text(Duration limit) {
        return limit.toMillis() % 1000 == 0 ? limit.toSeconds() + " s" : limit.toMillis() + " ms";
    }
}

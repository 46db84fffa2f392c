package io.jetalyst.security.keys;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The fetches that no request causes. */
class FetchedTest {
    private static final FetchTimes SHORT =
            new FetchTimes(Duration.ofMillis(20), Duration.ofHours(6), Duration.ofSeconds(30));

    @Test
    void fetchesAgainWithoutRequests() throws Exception {
        AtomicInteger number = new AtomicInteger();
        CountDownLatch fetched = new CountDownLatch(4);
        Fetched<Integer> value = new Fetched<>(
                "numbers",
                () -> {
                    fetched.countDown();
                    return CompletableFuture.completedFuture(number.incrementAndGet());
                },
                SHORT,
                System::nanoTime);
        value.refresh();

        assertTrue(fetched.await(30, SECONDS));
        assertTrue(value.get() >= 3);
    }

    @Test
    void repeatsFailedFetchWithoutRequests() throws Exception {
        CountDownLatch fetched = new CountDownLatch(2);
        Fetched<String> value = new Fetched<>(
                "texts",
                () -> {
                    fetched.countDown();
                    return fetched.getCount() > 0
                            ? CompletableFuture.failedFuture(new IOException("down"))
                            : CompletableFuture.completedFuture("up");
                },
                FetchTimes.DEFAULT,
                System::nanoTime);
        value.refresh();

        assertTrue(fetched.await(30, SECONDS));
        assertEquals("up", value.get());
    }

    /** An application that has ended fetches nothing any more. */
    @Test
    void isNotKeptByTheNextFetch() throws Exception {
        Fetched<String> value = new Fetched<>(
                "texts", () -> CompletableFuture.completedFuture("text"), FetchTimes.DEFAULT, System::nanoTime);
        value.refresh();
        assertEquals("text", value.get());
        WeakReference<Fetched<String>> reference = new WeakReference<>(value);
        value = null;

        long end = System.nanoTime() + SECONDS.toNanos(30);
        while (reference.get() != null && System.nanoTime() < end) {
            System.gc();
            Thread.onSpinWait();
        }
        assertNull(reference.get());
    }
}

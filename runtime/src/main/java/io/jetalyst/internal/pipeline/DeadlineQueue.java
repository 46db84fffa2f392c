package io.jetalyst.internal.pipeline;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The requests whose response is pending, oldest first, and the timer that expires them. All have the same timeout, so only the oldest
 * ones need a look. Adding and removing is a change of two links: a timer task for each request would cost more than many a handler.
 */
final class DeadlineQueue {
    private static final Logger LOG = LoggerFactory.getLogger(DeadlineQueue.class);
    private static final int STRIPES = 16;
    private static final long MAX_INTERVAL = TimeUnit.SECONDS.toNanos(1);

    private final long timeout;
    private final long interval;
    private final Stripe[] stripes = new Stripe[STRIPES];
    private final AtomicBoolean scheduled = new AtomicBoolean();

    DeadlineQueue(Duration timeout) {
        this.timeout = timeout.toNanos();
        this.interval = Math.max(TimeUnit.MILLISECONDS.toNanos(1), Math.min(MAX_INTERVAL, this.timeout / 8));
        for (int i = 0; i < STRIPES; i++) {
            stripes[i] = new Stripe();
        }
    }

    /** Expires the request when the timeout has passed, unless it is removed before. Called at most once for each. */
    void add(RequestRun run) {
        run.deadline = System.nanoTime() + timeout;
        if (run.stripe == null) {
            run.stripe = stripes[(int) Thread.currentThread().getId() & (STRIPES - 1)];
        }
        run.stripe.add(run);
        schedule();
    }

    /** Does nothing if the request was never added. */
    void remove(RequestRun run) {
        Stripe stripe = run.stripe;
        if (stripe != null) {
            stripe.remove(run);
        }
    }

    private void schedule() {
        if (!scheduled.get() && scheduled.compareAndSet(false, true)) {
            CompletableFuture.delayedExecutor(interval, TimeUnit.NANOSECONDS, DeadlineQueue::startThread)
                    .execute(this::sweep);
        }
    }

    private void sweep() {
        long now = System.nanoTime();
        List<RequestRun> expired = new ArrayList<>();
        for (Stripe stripe : stripes) {
            expired.addAll(stripe.takeExpired(now));
        }
        scheduled.set(false); // before code of the application runs, which can block
        for (Stripe stripe : stripes) {
            if (!stripe.isEmpty()) {
                schedule();
                break;
            }
        }
        expired.forEach(DeadlineQueue::expire);
    }

    private static void expire(RequestRun run) {
        try {
            run.expire();
        } catch (Throwable failure) {
            LOG.error("A request that timed out could not be answered", failure);
        }
    }

    private static void startThread(Runnable task) {
        Thread thread = new Thread(task, "jetalyst-deadlines");
        thread.setDaemon(true);
        thread.start();
    }

    /** A linked list through the requests themselves. */
    static final class Stripe {
        private @Nullable RequestRun first;
        private @Nullable RequestRun last;

        synchronized void add(RequestRun run) {
            run.previous = last;
            if (last == null) {
                first = run;
            } else {
                last.next = run;
            }
            last = run;
        }

        synchronized void remove(RequestRun run) {
            RequestRun previous = run.previous;
            RequestRun next = run.next;
            if (previous == null && first != run) {
                return; // removed before
            }
            if (previous == null) {
                first = next;
            } else {
                previous.next = next;
            }
            if (next == null) {
                last = previous;
            } else {
                next.previous = previous;
            }
            run.previous = null;
            run.next = null;
        }

        synchronized List<RequestRun> takeExpired(long now) {
            List<RequestRun> expired = new ArrayList<>(0);
            RequestRun run = first;
            while (run != null && run.deadline - now <= 0) {
                remove(run);
                expired.add(run);
                run = first;
            }
            return expired;
        }

        synchronized boolean isEmpty() {
            return first == null;
        }
    }
}

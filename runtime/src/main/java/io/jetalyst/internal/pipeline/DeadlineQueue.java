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
    void add(TimedRequest request) {
        request.deadline = System.nanoTime() + timeout;
        if (request.stripe == null) {
            request.stripe = stripes[(int) Thread.currentThread().getId() & (STRIPES - 1)];
        }
        request.stripe.add(request);
        schedule();
    }

    /** Does nothing if the request was never added. */
    void remove(TimedRequest request) {
        Stripe stripe = request.stripe;
        if (stripe != null) {
            stripe.remove(request);
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
        List<TimedRequest> expired = new ArrayList<>();
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

    private static void expire(TimedRequest request) {
        try {
            request.expire();
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
        private @Nullable TimedRequest first;
        private @Nullable TimedRequest last;

        synchronized void add(TimedRequest request) {
            request.previous = last;
            if (last == null) {
                first = request;
            } else {
                last.next = request;
            }
            last = request;
        }

        synchronized void remove(TimedRequest request) {
            TimedRequest previous = request.previous;
            TimedRequest next = request.next;
            if (previous == null && first != request) {
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
            request.previous = null;
            request.next = null;
        }

        synchronized List<TimedRequest> takeExpired(long now) {
            List<TimedRequest> expired = new ArrayList<>(0);
            TimedRequest request = first;
            while (request != null && request.deadline - now <= 0) {
                remove(request);
                expired.add(request);
                request = first;
            }
            return expired;
        }

        synchronized boolean isEmpty() {
            return first == null;
        }
    }
}

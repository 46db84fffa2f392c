package io.jetalyst.internal.topic;

import io.jetalyst.internal.outbox.Outbox;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Flushes the subscribers of a room: at once and on the publishing thread after a message, because a task for it would cost a change of
 * threads; soon after a member joined or left. When thousands of members join or leave
 * at once, each change is sent to all the others, and one write for each of these messages would take minutes. Safe for all threads.
 */
final class FanOut {
    /** How often a scheduled flush gives way to other threads that change members; a queue of the usual size holds as many frames. */
    private static final int MAX_TURNS = 64;

    private final boolean hasMembers;
    private final Supplier<List<Subscriber>> subscribers;
    private final Supplier<List<Subscriber>> takeCongested;
    /** The threads that flush after they have queued everything, and whether they have queued something since they last flushed. */
    private final ConcurrentHashMap<Thread, Boolean> holding = new ConcurrentHashMap<>();
    /** How many threads are about to add or remove a subscriber or member. */
    private final AtomicInteger changing = new AtomicInteger();

    private final AtomicBoolean scheduled = new AtomicBoolean();

    /**
     * @param subscribers a snapshot of the room's subscribers
     * @param takeCongested removes and returns the congested ones
     */
    FanOut(boolean hasMembers, Supplier<List<Subscriber>> subscribers, Supplier<List<Subscriber>> takeCongested) {
        this.hasMembers = hasMembers;
        this.subscribers = subscribers;
        this.takeCongested = takeCongested;
    }

    /** A thread is about to wait for the room's lock, because a subscriber joins or leaves; {@link #endChange} follows. */
    void beginChange() {
        changing.incrementAndGet();
    }

    void endChange() {
        changing.decrementAndGet();
    }

    /**
     * Runs a change of members, and flushes its messages soon.
     *
     * @param change publishes the change to the hub
     * @param executor runs tasks that may block
     */
    void flushSoonAfter(Runnable change, Executor executor) {
        Thread current = Thread.currentThread();
        if (holding.putIfAbsent(current, false) != null) {
            change.run();
            return;
        }
        beginChange();
        try {
            change.run();
        } finally {
            endChange();
            holding.remove(current);
        }
        flushCongested();
        if (scheduled.compareAndSet(false, true)) {
            schedule(MAX_TURNS, executor);
        }
    }

    /** Flushes the subscribers whose queues are filling up, so that a client that reads fast enough does not overflow. */
    private void flushCongested() {
        List<Subscriber> congested = takeCongested.get();
        for (Subscriber subscriber : congested) {
            if (!subscriber.isTooSlow()) {
                subscriber.flush();
            }
        }
        awaitWriters(congested);
    }

    /** While other threads are about to queue more, they go first. */
    private void schedule(int turns, Executor executor) {
        executor.execute(() -> {
            if (turns > 0 && changing.get() > 0) {
                schedule(turns - 1, executor);
            } else {
                scheduled.set(false);
                flush();
            }
        });
    }

    /**
     * Flushes all subscribers and closes those that overflowed. Only after all are flushed it waits for other threads that write, with one
     * deadline: no congested subscriber delays the others, and many do not add up.
     */
    void flush() {
        if (!hasMembers) {
            subscribers.get().forEach(Subscriber::flush);
        } else if (holding.replace(Thread.currentThread(), true) == null) {
            flushMembers();
        } else {
            return;
        }
        awaitWriters(takeCongested.get());
    }

    private void flushMembers() {
        Thread current = Thread.currentThread();
        try {
            do {
                holding.put(current, false);
                flushAndCloseSlow();
            } while (holding.get(current));
        } finally {
            holding.remove(current);
        }
    }

    /**
     * Sessions that overflowed are closed last, because closing them queues "left" messages for all others. Then the others are flushed
     * again.
     */
    private void flushAndCloseSlow() {
        List<Subscriber> tooSlow = new ArrayList<>();
        for (Subscriber subscriber : subscribers.get()) {
            if (subscriber.isTooSlow()) {
                tooSlow.add(subscriber);
            } else {
                subscriber.flush();
            }
        }
        for (Subscriber slow : tooSlow) {
            holding.put(Thread.currentThread(), true);
            slow.flush();
            flushCongested();
        }
    }

    private static void awaitWriters(List<Subscriber> congested) {
        if (!congested.isEmpty()) {
            long deadline = Outbox.writerDeadline();
            congested.forEach(subscriber -> subscriber.awaitWriter(deadline));
        }
    }
}

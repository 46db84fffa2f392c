package io.jetalyst.internal.topic;

import io.jetalyst.internal.outbox.WriterTurn;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * Flushes the subscribers of a room. After a message, the thread that publishes it does so at once, because a task for it would cost a change
 * of threads. After a member has joined or left, a task does so soon: when thousands of members join or leave together, each change is sent
 * to all the others, and one write for each of these messages would take minutes.
 *
 * <p>One thread at a time flushes a room with members. A thread that queues something meanwhile leaves it to another round, which is a task.
 * Safe for all threads.
 */
final class FanOut {
    private enum State {
        IDLE,
        FLUSHING,
        /** Something was queued since the round began. */
        FLUSHING_MORE
    }

    private final boolean hasMembers;
    private final Supplier<List<Subscriber>> subscribers;
    private final Supplier<List<Subscriber>> takeCongested;
    private final AtomicReference<State> state = new AtomicReference<>(State.IDLE);
    /** Whether a task for the next round is scheduled. */
    private final AtomicBoolean scheduled = new AtomicBoolean();
    /** Whether a message is queued that no thread has begun to flush. */
    private final AtomicBoolean urgent = new AtomicBoolean();

    /**
     * @param subscribers a snapshot of the room's subscribers
     * @param takeCongested removes and returns the congested ones
     */
    FanOut(boolean hasMembers, Supplier<List<Subscriber>> subscribers, Supplier<List<Subscriber>> takeCongested) {
        this.hasMembers = hasMembers;
        this.subscribers = subscribers;
        this.takeCongested = takeCongested;
    }

    /** A message is queued: the next {@link #flush} is not deferred. */
    void messageQueued() {
        urgent.set(true);
    }

    /**
     * Flushes all subscribers and closes those that overflowed, now or soon. Only after all are flushed it waits for other threads that write,
     * with one deadline: no congested subscriber delays the others, and many do not add up.
     */
    void flush() {
        if (!hasMembers) {
            subscribers.get().forEach(Subscriber::flush);
            awaitWriters(takeCongested.get());
        } else if (urgent.getAndSet(false)) {
            flushRound();
            awaitWriters(takeCongested.get());
        } else {
            flushCongested();
            schedule();
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

    private void schedule() {
        List<Subscriber> present = subscribers.get();
        if (!present.isEmpty() && scheduled.compareAndSet(false, true)) {
            try {
                present.get(0).execute(() -> {
                    scheduled.set(false);
                    flushRound();
                });
            } catch (RuntimeException | Error rejected) {
                scheduled.set(false); // the next change schedules a task
                throw rejected;
            }
        }
    }

    /** Flushes all members, unless another thread does so; that thread schedules another round then. */
    private void flushRound() {
        if (state.getAndUpdate(now -> now == State.IDLE ? State.FLUSHING : State.FLUSHING_MORE) != State.IDLE) {
            return;
        }
        try {
            flushAndCloseSlow();
        } finally {
            if (state.getAndSet(State.IDLE) == State.FLUSHING_MORE) {
                schedule();
            }
        }
    }

    /** Sessions that overflowed are closed last, because closing them queues "left" messages for all others. */
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
            slow.flush();
            flushCongested();
        }
    }

    private static void awaitWriters(List<Subscriber> congested) {
        if (!congested.isEmpty()) {
            long deadline = WriterTurn.deadline();
            congested.forEach(subscriber -> subscriber.awaitWriter(deadline));
        }
    }
}

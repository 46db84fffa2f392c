package io.jetalyst.internal.socket;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Sends what a room has queued for its sessions: at once after a message, soon after a member came or went. Where thousands come at once,
 * or go, each of them is told to all others, and one write for each of those would take minutes. Safe for all threads.
 */
final class FanOut {
    /** Of each, others have before a flush; as many as a queue of the usual size takes. */
    private static final int MOST_TURNS = 64;

    private final Room<?, ?> room;
    /** The threads that flush when they have told the room all they have to tell, and whether there was something. */
    private final ConcurrentHashMap<Thread, Boolean> holding = new ConcurrentHashMap<>();
    /** How many threads are about to tell of a member who comes or goes. */
    private final AtomicInteger changing = new AtomicInteger();

    private final AtomicBoolean flushComes = new AtomicBoolean();

    FanOut(Room<?, ?> room) {
        this.room = room;
    }

    /** A thread is about to wait for the room, because somebody comes or goes; {@link #changed} follows. */
    void changes() {
        changing.incrementAndGet();
    }

    void changed() {
        changing.decrementAndGet();
    }

    /**
     * Tells of a member who comes or goes, and sends that soon.
     *
     * @param change tells the hub
     * @param executor calls a thread that may block
     */
    void tellSoon(Runnable change, Executor executor) {
        Thread current = Thread.currentThread();
        if (holding.putIfAbsent(current, false) != null) {
            change.run();
            return;
        }
        changes();
        try {
            change.run();
        } finally {
            changed();
            holding.remove(current);
        }
        relieve();
        if (flushComes.compareAndSet(false, true)) {
            flushSoon(MOST_TURNS, executor);
        }
    }

    /** Sends at once to those who are told more than their queues should hold, so that no good client looks slow. */
    private void relieve() {
        List<Session> crowded = room.takeCrowded();
        for (Session session : crowded) {
            Sending sending = session.connection().sending();
            if (!sending.isTooSlow()) {
                sending.flush();
            }
        }
        awaitFlushers(crowded);
    }

    /** As long as threads are about to tell more, they have their turn first. */
    private void flushSoon(int turns, Executor executor) {
        executor.execute(() -> {
            if (turns > 0 && changing.get() > 0) {
                flushSoon(turns - 1, executor);
            } else {
                flushComes.set(false);
                flush();
            }
        });
    }

    /**
     * Sends what is queued, and gives up those who read too slowly for it. Only when all have been sent theirs it may wait for other threads
     * that write: no crowded session delays the others, and many do not add up.
     */
    void flush() {
        if (!room.kind().hasMembers()) {
            room.present().forEach(session -> session.connection().sending().flush());
        } else if (holding.replace(Thread.currentThread(), true) == null) {
            flushMembers();
        } else {
            return;
        }
        awaitFlushers(room.takeCrowded());
    }

    private void flushMembers() {
        Thread current = Thread.currentThread();
        try {
            do {
                holding.put(current, false);
                flushAndGiveUp();
            } while (holding.get(current));
        } finally {
            holding.remove(current);
        }
    }

    /**
     * Who is given up leaves the room, and everybody is told. So they are given up when all others were sent what waits for them, and
     * others are flushed again after that.
     */
    private void flushAndGiveUp() {
        List<Sending> tooSlow = new ArrayList<>();
        for (Session session : room.present()) {
            Sending sending = session.connection().sending();
            if (sending.isTooSlow()) {
                tooSlow.add(sending);
            } else {
                sending.flush();
            }
        }
        for (Sending slow : tooSlow) {
            holding.put(Thread.currentThread(), true);
            slow.flush();
            relieve();
        }
    }

    private static void awaitFlushers(List<Session> crowded) {
        if (!crowded.isEmpty()) {
            long deadline = Waiters.deadline();
            crowded.forEach(session -> session.connection().outbox().awaitFlusher(deadline));
        }
    }
}

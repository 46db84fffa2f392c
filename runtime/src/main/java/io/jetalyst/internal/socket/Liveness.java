package io.jetalyst.internal.socket;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** What the clock says of one connection: when its client is to be asked for a sign of life, is silent, stalls, or is slow to leave. */
final class Liveness {
    /** A listener's stage is waited for so long after the end, then no more. */
    private static final long STAGE_WITHIN = Duration.ofMinutes(1).toNanos();

    private final Connection connection;
    private final Pace pace;
    private final AtomicBoolean ticking = new AtomicBoolean();
    /** When something came, or was last asked for. */
    private volatile long heard;
    /** Whether the client is listened to: only then does silence say something about the client. */
    private volatile boolean listening;

    private volatile long pinged;

    Liveness(Connection connection, Pace pace, long now) {
        this.connection = connection;
        this.pace = pace;
        this.heard = now;
        this.pinged = now;
    }

    /** Something came; returns how long the client was waited for. */
    long heard(long now) {
        long silence = listening ? now - heard : 0;
        listening = false;
        heard = now;
        return silence;
    }

    /** The client is listened to. */
    void listens(long now) {
        heard = now;
        listening = true;
    }

    /** Looks at the clock, and lets the executor do what is due, for that may call a listener. */
    void tick(Executor executor, long now) {
        if (pace.awake(now)) {
            executor.execute(connection::resume);
        }
        if (connection.outbox().isLeft()) {
            executor.execute(connection.sending()::flush);
        }
        Runnable due = due(now);
        if (due != null && ticking.compareAndSet(false, true)) {
            executor.execute(() -> {
                try {
                    due.run();
                } finally {
                    ticking.set(false);
                }
            });
        }
    }

    private @Nullable Runnable due(long now) {
        if (!connection.life().open()) {
            return dueOfOneLeaving(now);
        }
        long silence = now - heard;
        if (connection.outbox().stalledFor(now)
                >= connection.limits().deadAfter().toNanos()) {
            return () -> connection.end(CloseStatuses.SLOW, null);
        }
        if (listening && silence >= connection.limits().deadAfter().toNanos()) {
            return () -> connection.end(CloseStatuses.IDLE, null);
        }
        if (listening && pace.overdue(silence)) {
            return () -> connection.end(
                    Violation.tooLong(connection.limits().messageTime()).status(), null);
        }
        return Math.min(silence, now - pinged)
                        >= connection.limits().pingAfter().toNanos()
                ? () -> ping(now)
                : null;
    }

    /** The end of a client that does not answer our close, or of a wait for a listener's stage. */
    private @Nullable Runnable dueOfOneLeaving(long now) {
        long leaving = connection.life().endingFor(now);
        if (leaving >= STAGE_WITHIN) {
            return connection::abandon;
        }
        return leaving >= connection.leavesWithin() ? connection::cut : null;
    }

    private void ping(long now) {
        pinged = now;
        connection.sending().ping();
    }
}

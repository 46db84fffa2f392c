package io.jetalyst.internal.session;

import io.jetalyst.internal.inbox.CloseException;
import io.jetalyst.internal.inbox.InboundRateLimiter;
import io.jetalyst.socket.CloseStatus;
import java.time.Duration;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Checks the timeouts of one connection: when to send a ping, and when the client is idle, does not read, or does not close. */
final class KeepAlive {
    /** How long a closing session waits for the stage of a listener. */
    private static final long STAGE_TIMEOUT = Duration.ofMinutes(1).toNanos();

    private final Connection connection;
    private final InboundRateLimiter limiter;
    /** Whether a task that was due has not ended. */
    private boolean ticking;
    /** When something was received, or the session started to wait for that. */
    private volatile long activeAt;
    /** Whether the session waits for input: only then the silence is the client's. */
    private volatile boolean waiting;

    private volatile long pingedAt;

    KeepAlive(Connection connection, InboundRateLimiter limiter, long now) {
        this.connection = connection;
        this.limiter = limiter;
        this.activeAt = now;
        this.pingedAt = now;
    }

    /** Bytes were received; returns how long the session has waited for them. */
    long onActivity(long now) {
        long silence = waiting ? now - activeAt : 0;
        waiting = false;
        activeAt = now;
        return silence;
    }

    /** The session waits for input from now on. */
    void startIdleTimer(long now) {
        activeAt = now;
        waiting = true;
    }

    /** Checks the timeouts, and lets the executor run what is due, because that may call a listener. */
    void tick(Executor executor, long now) {
        if (limiter.endPause(now)) {
            executor.execute(connection.reader()::resume);
        }
        if (connection.outbox().hasUnwritten()) {
            executor.execute(connection.writer()::flush);
        }
        connection.reader().tick(executor, now);
        Runnable due = due(now);
        if (due != null && beginTick()) {
            executor.execute(() -> {
                try {
                    due.run();
                } finally {
                    endTick();
                }
            });
        }
    }

    private synchronized boolean beginTick() {
        boolean begins = !ticking;
        ticking = true;
        return begins;
    }

    private synchronized void endTick() {
        ticking = false;
    }

    private @Nullable Runnable due(long now) {
        if (!connection.life().isOpen()) {
            return dueWhileClosing(now);
        }
        long silence = now - activeAt;
        long idleTimeout = connection.limits().times().deadAfter().toNanos();
        if (connection.outbox().stalledNanos(now) >= idleTimeout) {
            return () -> connection.close(CloseStatuses.SLOW, null);
        }
        if (connection.outbox().blockedNanos(now) >= idleTimeout) {
            return connection.writer()::closeUnfinishedStream;
        }
        CloseStatus unidentified = connection.identity().overdue(now);
        if (unidentified != null) {
            return () -> connection.close(unidentified, null);
        }
        if (waiting && silence >= idleTimeout) {
            return () -> connection.close(CloseStatuses.IDLE, null);
        }
        if (waiting && limiter.isOverdue(silence)) {
            return () -> connection.onViolation(
                    CloseException.tooLong(connection.limits().inbound().messageTime()));
        }
        return Math.min(silence, now - pingedAt)
                        >= connection.limits().times().pingAfter().toNanos()
                ? () -> ping(now)
                : null;
    }

    /** The timeouts of a client that does not answer our close frame, and of a stage that is not done. */
    private @Nullable Runnable dueWhileClosing(long now) {
        long closing = connection.life().closingNanos(now);
        if (closing >= STAGE_TIMEOUT) {
            return connection.end()::abandonStage;
        }
        return closing >= connection.closeTimeout() ? connection.end()::abort : null;
    }

    private void ping(long now) {
        pingedAt = now;
        connection.writer().ping();
    }
}

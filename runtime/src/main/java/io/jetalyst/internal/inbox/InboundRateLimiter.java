package io.jetalyst.internal.inbox;

import io.jetalyst.internal.limit.InboundLimits;
import io.jetalyst.internal.protocol.Opcode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Limits the rate at which a client sends messages and control frames, and the time that one message may take. Above the rate the session
 * stops reading for a while, so that TCP flow control slows the client down; a client that keeps the session paused is disconnected.
 * Used by the reading thread, except {@link #endPause} and {@link #isOverdue}.
 *
 * <p>The rate is kept as a debt of time: each frame adds the time that it may take at the rate, and elapsed time pays the debt back.
 */
public final class InboundRateLimiter {
    /** Half of the elapsed time is subtracted from the paused time: this limit is reached after a pause of 10 seconds. */
    private static final long MAX_PAUSED = Duration.ofSeconds(5).toNanos();

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final InboundLimits limits;
    /** When the debt is paid back. */
    private long paidAt;
    /** The accumulated paused time, less half of the time since {@link #pausedUpdatedAt}. */
    private long pausedNanos;

    private long pausedUpdatedAt;
    /** How long the session has waited for the rest of a message; negative while no message is incomplete. */
    private volatile long waited = -1;

    private volatile boolean isPaused;
    private long resumeAt;

    public InboundRateLimiter(InboundLimits limits, long now) {
        this.limits = limits;
        this.paidAt = now;
        this.pausedUpdatedAt = now;
    }

    /**
     * Adds time for which the session waited for nothing but the client.
     *
     * @return why the session closes; {@code null} if it stays open
     */
    @Nullable
    public CloseException addWaited(long time) {
        if (isOverdue(time)) {
            return CloseException.tooLong(limits.messageTime());
        }
        if (waited >= 0) {
            waited += time;
        }
        return null;
    }

    /**
     * Counts a frame, or a piece of one.
     *
     * @return why the session closes; {@code null} if it stays open
     */
    @Nullable
    public CloseException countFrame(int opcode, boolean last, long now) {
        if (!Opcode.isControl(opcode)) {
            setIncomplete(!last);
        }
        if (last) {
            paidAt = (paidAt - now > 0 ? paidAt : now) + SECOND / limits.messagesPerSecond();
        }
        return pausedNanos > MAX_PAUSED ? CloseException.tooMany(limits.messagesPerSecond()) : null;
    }

    /** Records whether a message or a frame is incomplete, now that all buffered bytes are read. */
    public void setIncomplete(boolean incomplete) {
        if (!incomplete) {
            waited = -1;
        } else if (waited < 0) {
            waited = 0;
        }
    }

    /** Whether a message is incomplete and its time is up after this additional time. */
    public boolean isOverdue(long waitedFor) {
        long before = waited;
        return before >= 0 && before + waitedFor >= limits.messageTime().toNanos();
    }

    /** Whether the client has sent more than the rate and the burst allow. */
    public boolean isAbove(long now) {
        return debt(now) > 0;
    }

    private long debt(long now) {
        return paidAt - now - limits.messageBurst() * (SECOND / limits.messagesPerSecond());
    }

    /** For how many nanoseconds to pause reading; 0 or less if there is no reason to. Otherwise reading is paused until {@link #endPause}. */
    public long pause(long now) {
        long time = debt(now);
        if (time > 0) {
            pausedNanos = Math.max(0, pausedNanos - (now - pausedUpdatedAt) / 2) + time;
            pausedUpdatedAt = now;
            resumeAt = now + time;
            isPaused = true;
        }
        return time;
    }

    /** Ends the pause if it has lasted long enough. Returns {@code true} to one caller only, which must resume reading. */
    public boolean endPause(long now) {
        return isPaused && endDuePause(now);
    }

    private synchronized boolean endDuePause(long now) {
        boolean due = isPaused && now - resumeAt >= 0;
        if (due) {
            isPaused = false;
            // The timer may be late, but a frozen process is not the client's fault.
            pausedNanos += Math.min(now - resumeAt, SECOND);
        }
        return due;
    }
}

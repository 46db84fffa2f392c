package io.jetalyst.internal.socket;

import io.jetalyst.internal.protocol.Opcode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a client paces what it sends: a message that has begun must end in time, and messages and control frames come at the
 * endpoint's rate. Above the rate reading rests, so that the network holds the client back; a client that makes it rest all the time
 * is given up. Used by the thread that reads, but for {@link #awake} and {@link #overdue}.
 *
 * <p>The rate is counted as a debt of time: each frame costs what one may cost at the rate, and time pays it back.
 */
final class Pace {
    /** Reading that rests pays back half of the time it takes: with this debt it has rested for 10 seconds on end. */
    private static final long PATIENCE = Duration.ofSeconds(5).toNanos();

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final SocketLimits limits;
    /** When all that came has been paid for. */
    private long paidAt;
    /** For how long reading has rested, half of the time since then forgiven, and when that was reckoned. */
    private long rested;

    private long reckonedAt;
    /** How long was waited for the rest of a message; negative while none has begun. */
    private volatile long waited = -1;

    private volatile boolean resting;
    private long wakeAt;

    Pace(SocketLimits limits, long now) {
        this.limits = limits;
        this.paidAt = now;
        this.reckonedAt = now;
    }

    /**
     * Counts the time for which nothing but the client was waited for.
     *
     * @return why the session ends; {@code null} if it goes on
     */
    @Nullable
    Violation waited(long time) {
        if (overdue(time)) {
            return Violation.tooLong(limits.messageTime());
        }
        if (waited >= 0) {
            waited += time;
        }
        return null;
    }

    /**
     * Counts a frame, or a piece of one.
     *
     * @return why the session ends; {@code null} if it goes on
     */
    @Nullable
    Violation take(int opcode, boolean last, long now) {
        if (!Opcode.isControl(opcode)) {
            unfinished(!last);
        }
        if (last) {
            paidAt = (paidAt - now > 0 ? paidAt : now) + SECOND / limits.messagesPerSecond();
        }
        return rested > PATIENCE ? Violation.tooMany(limits.messagesPerSecond()) : null;
    }

    /** All that came is taken: does it end in the midst of a message, or of a frame? */
    void unfinished(boolean yes) {
        if (!yes) {
            waited = -1;
        } else if (waited < 0) {
            waited = 0;
        }
    }

    /** Whether a message has begun and is still not there, after this time more. */
    boolean overdue(long waitedFor) {
        long before = waited;
        return before >= 0 && before + waitedFor >= limits.messageTime().toNanos();
    }

    /** Whether more came than the rate and the burst allow. */
    boolean isAbove(long now) {
        return debt(now) > 0;
    }

    private long debt(long now) {
        return paidAt - now - limits.messageBurst() * (SECOND / limits.messagesPerSecond());
    }

    /** For how many nanoseconds nothing is to be read; not above 0 if reading may go on. Otherwise it rests until {@link #awake}. */
    long rest(long now) {
        long time = debt(now);
        if (time > 0) {
            rested = Math.max(0, rested - (now - reckonedAt) / 2) + time;
            reckonedAt = now;
            wakeAt = now + time;
            resting = true;
        }
        return time;
    }

    /** Whether reading has rested long enough; {@code true} to one caller only, who has to read on. */
    boolean awake(long now) {
        return resting && wake(now);
    }

    private synchronized boolean wake(long now) {
        boolean due = resting && now - wakeAt >= 0;
        if (due) {
            resting = false;
            // The clock may be late; but that the process was frozen is not the client's fault.
            rested += Math.min(now - wakeAt, SECOND);
        }
        return due;
    }
}

package io.jetalyst.internal.socket;

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
     * Counts a frame, or a part of one.
     *
     * @param waitedFor how long nothing but this was waited for
     * @return why the session ends; {@code null} if it goes on
     */
    @Nullable
    Violation take(int opcode, boolean last, long waitedFor, long now) {
        if (overdue(waitedFor)) {
            return Violation.tooLong(limits.messageTime());
        }
        boolean control = opcode >= Opcode.PING;
        if (!control) {
            waited = last ? -1 : waited < 0 ? 0 : waited + waitedFor;
        } else if (waited >= 0) {
            waited += waitedFor;
        }
        if (last) {
            paidAt = (paidAt - now > 0 ? paidAt : now) + SECOND / limits.messagesPerSecond();
        }
        return rested > PATIENCE ? Violation.tooMany(limits.messagesPerSecond()) : null;
    }

    /** Whether a message has begun and is still not there, after this time more. */
    boolean overdue(long waitedFor) {
        long before = waited;
        return before >= 0 && before + waitedFor >= limits.messageTime().toNanos();
    }

    /** For how many nanoseconds nothing is to be read; not above 0 if reading may go on. Otherwise it rests until {@link #awake}. */
    long rest(long now) {
        long time = paidAt - now - limits.messageBurst() * (SECOND / limits.messagesPerSecond());
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
        resting &= !due;
        return due;
    }
}

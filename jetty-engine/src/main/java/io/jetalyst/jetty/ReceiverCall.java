package io.jetalyst.jetty;

import io.jetalyst.engine.SocketReceiver;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Calls the receiver of one socket, and finds out whether it blocks. A call is known by its number, which is odd while the receiver is called. The lock
 * of the {@link SocketInput} guards everything but the number, which the busy thread changes.
 */
final class ReceiverCall {
    /** A receiver that has not returned for so long counts as blocked. */
    private static final long BLOCKED_MILLIS = 100;

    private final Scheduler scheduler;
    private final boolean nonBlocking;
    /** The opening is the first call. */
    private volatile int number = 1;
    /** The call that was found to block. */
    private int blocked;

    private boolean checking;

    ReceiverCall(Scheduler scheduler, boolean nonBlocking) {
        this.scheduler = scheduler;
        this.nonBlocking = nonBlocking;
    }

    /** The receiver has returned from its first call. */
    void endOpening() {
        number++;
    }

    /** Calls the receiver; only the busy thread does. */
    boolean received(JettySocket socket, SocketReceiver receiver, ByteBuffer bytes) {
        number++;
        try {
            return receiver.received(bytes);
        } catch (Throwable e) {
            socket.abort(e); // no thread would ever read again
            throw e;
        } finally {
            number++;
        }
    }

    /** Whether the current call was found to block. */
    boolean isBlocked() {
        return blocked == number;
    }

    /**
     * Calls the check after a delay with the number of the current call, unless a check is scheduled already, or the receiver never blocks.
     * {@link #endCheck} follows.
     */
    void scheduleCheck(IntConsumer check) {
        if (!checking && !nonBlocking) {
            checking = true;
            int current = number;
            scheduler.schedule(() -> check.accept(current), BLOCKED_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    void endCheck() {
        checking = false;
    }

    /** Whether the receiver has not returned from this call; it counts as blocked from now on. */
    boolean markIfBlocked(int call) {
        if (call != number || call % 2 == 0) {
            return false;
        }
        blocked = call;
        return true;
    }
}

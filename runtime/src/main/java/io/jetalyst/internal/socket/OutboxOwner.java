package io.jetalyst.internal.socket;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whose {@link Outbox} it is. No method is called under a lock. */
interface OutboxOwner {
    /**
     * These were written, or never will be.
     *
     * @param failure why not; {@code null} if they were
     * @param here whether this thread may run code of the application, which may block
     */
    void done(List<Outgoing> all, @Nullable Throwable failure, boolean here);

    /** Nothing is with the wire any more. Must not block. */
    void unstuck();
}

package io.jetalyst.internal.socket;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whose {@link Outbox} it is. No method is called under a lock, and none blocks. */
interface OutboxOwner {
    /**
     * These were written, or never will be.
     *
     * @param failure why not; {@code null} if they were
     */
    void done(List<Outgoing> all, @Nullable Throwable failure);

    /** Nothing is with the wire any more. */
    void unstuck();
}

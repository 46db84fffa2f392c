package io.jetalyst.internal.outbox;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Receives the results of the writes of an {@link Outbox}. The outbox calls it without holding a lock; no method may block. */
public interface OutboxOwner {
    /**
     * These items were written, or never will be.
     *
     * @param failure why they were not; {@code null} if they were
     */
    void onWritten(List<Outbound> items, @Nullable Throwable failure);

    /** No write is pending any more. */
    void onDrained();
}

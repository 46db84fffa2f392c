package io.jetalyst.internal.outbox;

/** The result of {@link Outbox#offer}. */
public enum OfferResult {
    QUEUED,
    /** As {@link #QUEUED}, and the queue is more than half full. */
    CONGESTED,
    /** The frame was not queued: it would exceed a limit. */
    FULL,
    /** The frame was not queued: a close frame is queued, or the outbox was discarded. */
    CLOSED;

    public boolean isQueued() {
        return this == QUEUED || this == CONGESTED;
    }
}

package io.jetalyst.internal.socket;

/** What became of a frame that was offered to an {@link Outbox}. */
enum Offer {
    QUEUED,
    /** As {@link #QUEUED}, and half of what may wait does. */
    CROWDED,
    /** The frame would go beyond a limit. */
    FULL,
    /** A close frame is queued, or the outbox was emptied for good. */
    CLOSED;

    boolean isQueued() {
        return this == QUEUED || this == CROWDED;
    }
}

package io.jetalyst.socket;

/** What becomes of a message to a client whose queue is full, because it reads too slowly. */
public enum SlowClient {
    /** The session ends with 1013, and all that waits fails with a {@link WebSocketClosedException}. */
    CLOSE,
    /** What has waited longest gives way and fails with a {@link WebSocketOverflowException}; the session stays. */
    DROP_OLDEST,
    /** The message itself fails with a {@link WebSocketOverflowException}; the session stays. */
    REFUSE
}

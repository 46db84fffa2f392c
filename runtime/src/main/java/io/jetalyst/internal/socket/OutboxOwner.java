package io.jetalyst.internal.socket;

/** Whose {@link Outbox} it is. No method is called under a lock, and none but {@link #lost} may block. */
interface OutboxOwner {
    /** A frame was not sent, and will not be. */
    void lost(Outgoing.Frame frame);

    /** Nothing is with the wire any more. */
    void unstuck();

    /** The close frame is written. */
    void closeSent();
}

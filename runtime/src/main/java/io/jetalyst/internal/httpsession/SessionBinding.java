package io.jetalyst.internal.httpsession;

import io.jetalyst.socket.CloseStatus;

/** A socket or an endless response that ends when the session of its request ends, or has a new id. */
abstract class SessionBinding {
    static final CloseStatus ENDED =
            new CloseStatus(CloseStatus.POLICY_VIOLATION, "The session has ended.", CloseStatus.Cause.SESSION_END);

    /** The client connects again, with the new id if it is the one that has received it. */
    static final CloseStatus RENEWED =
            new CloseStatus(CloseStatus.SERVICE_RESTART, "The session has a new id.", CloseStatus.Cause.SESSION_END);

    /** The id of the session; empty before the binding. Guarded by the {@link SessionBindings}. */
    String id = "";

    /** The messages of the client at the last check. Used by the checking thread only. */
    private long messages;

    /**
     * Ends the socket or response; one that has not begun yet, as soon as it begins. Safe for all threads; does not block.
     *
     * @param status of a socket
     */
    abstract void end(CloseStatus status);

    /** The number of messages that the client has sent so far. */
    long receivedMessages() {
        return 0;
    }

    /** Whether the client has sent a message since the last call of this method. */
    final boolean isActive() {
        long before = messages;
        messages = receivedMessages();
        return messages > before;
    }
}

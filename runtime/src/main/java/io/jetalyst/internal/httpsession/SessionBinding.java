package io.jetalyst.internal.httpsession;

/** A socket or an endless response that ends when the session of its request ends. */
abstract class SessionBinding {
    /** The id of the session now; empty before the binding. Guarded by the {@link SessionBindings}. */
    String id = "";

    /** The messages of the client at the last check. Used by the checking thread only. */
    private long messages;

    /** Ends the socket or response; one that has not begun yet, as soon as it begins. Safe for all threads; does not block. */
    abstract void end();

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

package io.jetalyst.internal.session;

/** The owner of all sessions of an application, as one session sees it. All methods are safe for all threads; none blocks. */
public interface SessionHost {
    /** An id that no other session of this process has. */
    String nextId();

    /** The time in nanoseconds, as of {@link System#nanoTime}. */
    long now();

    /** Calls {@link Connection#tick} once more after a delay in nanoseconds. */
    void tickLater(Connection connection, long nanos);

    /** A handshake is about to be answered; {@link #opened} or {@link #handshakeFailed} follows. */
    void handshakeStarted();

    /** The handshake could not be answered, so there is no session. */
    void handshakeFailed();

    void opened(Connection connection);

    /** {@code onClose} of the session has returned. */
    void closed(Connection connection);
}

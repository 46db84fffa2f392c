package io.jetalyst.socket;

import java.io.IOException;

/** The session is closed: a message was not sent, or {@code onError} reports why. Carries the close status of the session. */
public final class WebSocketClosedException extends IOException {
    private static final long serialVersionUID = 1;

    private final transient CloseStatus status;

    /**
     * @param message the reason, for logs
     * @param status how the session was closed
     */
    public WebSocketClosedException(String message, CloseStatus status) {
        super(message);
        this.status = status;
    }

    /** Returns how the session was closed. */
    public CloseStatus status() {
        return status;
    }
}

package io.jetalyst.socket;

import java.io.IOException;

/** The session has ended: what was to be sent was not, or a rule was broken. It carries how the session ended. */
public final class WebSocketClosedException extends IOException {
    private static final long serialVersionUID = 1;

    private final transient CloseStatus status;

    public WebSocketClosedException(String message, CloseStatus status) {
        super(message);
        this.status = status;
    }

    /** How the session ended. */
    public CloseStatus status() {
        return status;
    }
}

package io.jetalyst.socket;

import java.io.IOException;

/** A message was not sent because its client reads too slowly; the session goes on, see {@link SocketOptions.Overflow}. */
public final class WebSocketOverflowException extends IOException {
    private static final long serialVersionUID = 1;

    public WebSocketOverflowException(String message) {
        super(message);
    }
}

package io.jetalyst.socket;

import java.io.IOException;

/**
 * A message was dropped or not queued, because the client reads too slowly. The session stays open; see {@link SocketOptions.Overflow}.
 *
 * <pre>{@code
 * session.send(price).exceptionally(failure -> {
 *     if (failure instanceof WebSocketOverflowException) {
 *         missed.incrementAndGet();
 *     }
 *     return null;
 * });
 * }</pre>
 */
public final class WebSocketOverflowException extends IOException {
    private static final long serialVersionUID = 1;

    /** @param message the reason, for logs */
    public WebSocketOverflowException(String message) {
        super(message);
    }
}

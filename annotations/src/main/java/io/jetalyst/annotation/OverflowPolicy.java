package io.jetalyst.annotation;

/**
 * The action of the server if a message does not fit into the send queue of its client, because the client reads too slowly. Other clients
 * are not affected.
 *
 * <pre>{@code
 * @WebSocket(value = "/prices", overflow = OverflowPolicy.DROP_OLDEST)
 * }</pre>
 */
public enum OverflowPolicy {
    /**
     * Closes the session with 1013. Every queued message fails with a {@code WebSocketClosedException}. The client can reconnect and ask
     * for the messages it missed.
     */
    CLOSE,
    /**
     * Drops the messages that have been queued longest, until the new one fits. Each dropped message fails with a
     * {@code WebSocketOverflowException}; the session stays open. Suits messages that the next one replaces, such as prices and
     * positions. A message that is being written cannot be dropped: if the new message does not fit next to it, the new one fails. Let the
     * queue therefore hold at least two of your longest messages.
     */
    DROP_OLDEST,
    /**
     * Does not queue the new message, which fails with a {@code WebSocketOverflowException}; the session stays open. Suits senders that
     * check the stage which {@code send} returns.
     */
    FAIL
}

package io.jetalyst.socket;

/**
 * Thrown when a subscription would exceed a limit: of the active topics of the application, of the subscriptions of the session, or of the
 * members of the topic. If a listener does not catch it, the session is closed with 1013 (try again later).
 */
public final class TopicLimitException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** @param message the limit that was exceeded */
    public TopicLimitException(String message) {
        super(message);
    }
}

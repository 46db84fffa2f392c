package io.jetalyst.socket;

/**
 * A subscription would be beyond a limit: of the topics in use, of those of one session, or of the members of one topic. A listener that
 * lets it pass ends its session with 1013, try again later.
 */
public final class TopicLimitException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public TopicLimitException(String message) {
        super(message);
    }
}

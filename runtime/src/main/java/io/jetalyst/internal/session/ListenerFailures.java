package io.jetalyst.internal.session;

import io.jetalyst.security.CredentialsProblem;
import io.jetalyst.socket.CloseStatus;
import io.jetalyst.socket.TopicLimitException;
import io.jetalyst.socket.WebSocketClosedException;
import io.jetalyst.support.Causes;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs the exceptions of listeners, and says how each one closes its session. */
final class ListenerFailures {
    private static final Logger LOG = LoggerFactory.getLogger("io.jetalyst.socket");

    private ListenerFailures() {}

    /**
     * Logs the exception of a listener, or of its stage.
     *
     * @return the status to close the session with; {@code null} if the exception only says that the client has disconnected
     */
    static @Nullable CloseStatus log(Session session, boolean open, Throwable failure) {
        Throwable cause = Causes.unwrap(failure);
        if (cause instanceof WebSocketClosedException && !open) {
            return null; // the listener sent something, or waited for it, after the client had disconnected
        }
        if (cause instanceof TopicLimitException limit) {
            LOG.warn(
                    "A listener of {} exceeded a limit; closing the session with 1013: {}",
                    session,
                    limit.getMessage());
            return CloseStatuses.NO_TOPIC;
        }
        if (cause instanceof CredentialsProblem) {
            LOG.debug("A listener of {} rejected a token; closing the session with 1008", session);
            return CloseStatuses.REJECTED;
        }
        String consequence = open ? "closing the session with 1011" : "the session had ended before";
        LOG.error("A listener of {} threw; {}", session, consequence, failure);
        return CloseStatuses.FAILED;
    }
}

package io.jetalyst.internal.socket;

import io.jetalyst.socket.CloseStatus;
import io.jetalyst.socket.CloseStatus.Cause;
import io.jetalyst.socket.WebSocketClosedException;
import io.jetalyst.socket.WebSocketOverflowException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** Ends that no violation of the client's brings about, and how they are told. */
final class CloseStatuses {
    /** The connection broke. */
    static final CloseStatus LOST = new CloseStatus(CloseStatus.ABNORMAL, "", Cause.NETWORK);
    /** A listener threw; the client is not told what. */
    static final CloseStatus FAILED = new CloseStatus(CloseStatus.SERVER_ERROR, "the server failed", Cause.ERROR);

    /** A listener met a limit of topics. */
    static final CloseStatus NO_TOPIC =
            new CloseStatus(CloseStatus.TRY_AGAIN_LATER, "a limit of topics is reached", Cause.OVERLOAD);

    static final CloseStatus SLOW =
            new CloseStatus(CloseStatus.TRY_AGAIN_LATER, "the client reads too slowly", Cause.SLOW_CLIENT);
    static final CloseStatus IDLE =
            new CloseStatus(CloseStatus.GOING_AWAY, "nothing was heard for too long", Cause.IDLE);

    private CloseStatuses() {}

    /** Whether one of the two sides wanted it. */
    static boolean ordinary(CloseStatus status) {
        return status.cause() == Cause.CLIENT || status.cause() == Cause.SERVER || status.cause() == Cause.SHUTDOWN;
    }

    /** What made a stage fail, or what a listener met that waited for one. */
    static Throwable cause(Throwable thrown) {
        boolean wrapped = thrown instanceof CompletionException || thrown instanceof ExecutionException;
        return wrapped && thrown.getCause() != null ? thrown.getCause() : thrown;
    }

    /** What the stage of a message gets that did not fit. */
    static WebSocketOverflowException overflow(Session session) {
        return new WebSocketOverflowException(
                "the client of " + session + " reads too slowly: the message was not sent");
    }

    /** What {@code onError} gets where nothing was thrown. */
    static WebSocketClosedException exception(Session session, CloseStatus status) {
        boolean broken = switch (status.cause()) {
            case PROTOCOL, POLICY, TOO_BIG -> true;
            default -> false;
        };
        return exception(session, status, broken ? "the client broke a rule" : "the client is lost");
    }

    /** What stages and listeners get. */
    static WebSocketClosedException exception(Session session, CloseStatus status, String consequence) {
        String reason = status.reason().isEmpty() ? "" : ", \"" + status.reason() + "\"";
        return new WebSocketClosedException(
                session + " ended with " + status.code() + " (" + status.cause() + reason + "): " + consequence,
                status);
    }
}

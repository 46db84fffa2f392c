package io.jetalyst.internal.session;

import io.jetalyst.socket.CloseStatus;
import io.jetalyst.socket.CloseStatus.Cause;
import io.jetalyst.socket.WebSocketClosedException;
import io.jetalyst.socket.WebSocketOverflowException;
import io.jetalyst.socket.WebSocketSession;

/** The close statuses that no frame of the client causes, and the exceptions made of a status. */
final class CloseStatuses {
    /** The connection ended without a close frame. */
    static final CloseStatus DISCONNECTED = new CloseStatus(CloseStatus.ABNORMAL, "", Cause.NETWORK);
    /** A listener threw. The client does not receive the message of the exception. */
    static final CloseStatus FAILED = new CloseStatus(CloseStatus.SERVER_ERROR, "the server failed", Cause.ERROR);
    /** The application did not end a streamed message, and the messages behind it fill the queue or have waited too long. */
    static final CloseStatus UNFINISHED_STREAM =
            new CloseStatus(CloseStatus.SERVER_ERROR, "a streamed message was not finished", Cause.ERROR);

    /** A listener exceeded a limit of topics. */
    static final CloseStatus NO_TOPIC =
            new CloseStatus(CloseStatus.TRY_AGAIN_LATER, "a limit of topics is reached", Cause.OVERLOAD);

    static final CloseStatus SLOW =
            new CloseStatus(CloseStatus.TRY_AGAIN_LATER, "the client reads too slowly", Cause.SLOW_CLIENT);
    static final CloseStatus IDLE =
            new CloseStatus(CloseStatus.GOING_AWAY, "nothing was received for too long", Cause.IDLE);

    /** The client did not send the token of its first message in time. */
    static final CloseStatus NO_TOKEN =
            new CloseStatus(CloseStatus.POLICY_VIOLATION, "no token was received in time", Cause.POLICY);
    /** The identity of the client was not renewed. */
    static final CloseStatus EXPIRED =
            new CloseStatus(CloseStatus.POLICY_VIOLATION, "the token has expired", Cause.POLICY);
    /** A token in a later message is not valid. */
    static final CloseStatus REJECTED =
            new CloseStatus(CloseStatus.POLICY_VIOLATION, "the token is not valid", Cause.POLICY);

    private CloseStatuses() {}

    /** The failure of a message that did not fit into the queue. */
    static WebSocketOverflowException overflow(WebSocketSession session) {
        return new WebSocketOverflowException(
                "the client of " + session + " reads too slowly: the message was not sent");
    }

    /** The exception that {@code onError} receives if nothing was thrown. */
    static WebSocketClosedException exception(WebSocketSession session, CloseStatus status) {
        boolean violation = switch (status.cause()) {
            case PROTOCOL, POLICY, TOO_BIG -> true;
            default -> false;
        };
        return exception(session, status, violation ? "the client broke a rule" : "the client is disconnected");
    }

    /** The failure of stages and listeners after the session has ended. */
    static WebSocketClosedException exception(WebSocketSession session, CloseStatus status, String consequence) {
        String reason = status.reason().isEmpty() ? "" : ", \"" + status.reason() + "\"";
        return new WebSocketClosedException(
                session + " ended with " + status.code() + " (" + status.cause() + reason + "): " + consequence,
                status);
    }
}

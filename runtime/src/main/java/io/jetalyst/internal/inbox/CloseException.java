package io.jetalyst.internal.inbox;

import io.jetalyst.socket.CloseStatus;
import java.time.Duration;

/** Closes the session with a status, because of what the client sent. It is expected, so it carries no stack trace. */
public final class CloseException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient CloseStatus status;

    private CloseException(int code, String reason, CloseStatus.Cause cause) {
        super(reason, null, false, false);
        this.status = new CloseStatus(code, reason, cause);
    }

    public static CloseException notUtf8() {
        return new CloseException(CloseStatus.INVALID_PAYLOAD, "text is not UTF-8", CloseStatus.Cause.PROTOCOL);
    }

    public static CloseException notDeflated() {
        return new CloseException(
                CloseStatus.INVALID_PAYLOAD, "a compressed message is broken", CloseStatus.Cause.PROTOCOL);
    }

    public static CloseException malformed() {
        return new CloseException(CloseStatus.INVALID_PAYLOAD, "malformed message", CloseStatus.Cause.PROTOCOL);
    }

    public static CloseException unsupported(String kind) {
        return new CloseException(
                CloseStatus.UNSUPPORTED_DATA, kind + " messages are not supported", CloseStatus.Cause.PROTOCOL);
    }

    public static CloseException tooBig(int limit) {
        return new CloseException(
                CloseStatus.TOO_BIG, "a message has " + limit + " bytes at most", CloseStatus.Cause.TOO_BIG);
    }

    public static CloseException inflatesTooBig(int limit) {
        return new CloseException(
                CloseStatus.TOO_BIG, "a frame inflates to " + limit + " bytes at most", CloseStatus.Cause.TOO_BIG);
    }

    public static CloseException tooManyFrames(int limit) {
        return new CloseException(
                CloseStatus.POLICY_VIOLATION, "a message has " + limit + " frames at most", CloseStatus.Cause.TOO_BIG);
    }

    public static CloseException noRoom() {
        return new CloseException(
                CloseStatus.TRY_AGAIN_LATER, "too many messages are unfinished", CloseStatus.Cause.OVERLOAD);
    }

    public static CloseException tooLong(Duration limit) {
        return new CloseException(
                CloseStatus.POLICY_VIOLATION,
                "a message takes " + limit.toSeconds() + " seconds at most",
                CloseStatus.Cause.POLICY);
    }

    public static CloseException tooMany(int limit) {
        return new CloseException(
                CloseStatus.POLICY_VIOLATION, "more than " + limit + " messages a second", CloseStatus.Cause.POLICY);
    }

    public static CloseException noToken(String reason) {
        return new CloseException(CloseStatus.POLICY_VIOLATION, reason, CloseStatus.Cause.POLICY);
    }

    public static CloseException uncheckedToken() {
        return new CloseException(
                CloseStatus.TRY_AGAIN_LATER, "the token cannot be checked now", CloseStatus.Cause.OVERLOAD);
    }

    public CloseStatus status() {
        return status;
    }
}

package io.jetalyst.internal.socket;

import io.jetalyst.socket.CloseStatus;
import java.time.Duration;

/** Something came that ends the session with this status. Expected, so it carries no stack trace. */
final class Violation extends Exception {
    private static final long serialVersionUID = 1;

    private final transient CloseStatus status;

    private Violation(int code, String reason, CloseStatus.Cause cause) {
        super(reason, null, false, false);
        this.status = new CloseStatus(code, reason, cause);
    }

    static Violation notUtf8() {
        return new Violation(CloseStatus.INVALID_PAYLOAD, "text is not UTF-8", CloseStatus.Cause.PROTOCOL);
    }

    static Violation notDeflated() {
        return new Violation(CloseStatus.INVALID_PAYLOAD, "a compressed message is broken", CloseStatus.Cause.PROTOCOL);
    }

    static Violation malformed() {
        return new Violation(CloseStatus.INVALID_PAYLOAD, "malformed message", CloseStatus.Cause.PROTOCOL);
    }

    static Violation unsupported(String kind) {
        return new Violation(
                CloseStatus.UNSUPPORTED_DATA, kind + " messages are not taken here", CloseStatus.Cause.PROTOCOL);
    }

    static Violation tooBig(int limit) {
        return new Violation(
                CloseStatus.TOO_BIG, "a message has " + limit + " bytes at most", CloseStatus.Cause.TOO_BIG);
    }

    static Violation inflatesTooBig(int limit) {
        return new Violation(
                CloseStatus.TOO_BIG, "a frame inflates to " + limit + " bytes at most", CloseStatus.Cause.TOO_BIG);
    }

    static Violation tooManyFrames(int limit) {
        return new Violation(
                CloseStatus.POLICY_VIOLATION, "a message has " + limit + " frames at most", CloseStatus.Cause.TOO_BIG);
    }

    static Violation noRoom() {
        return new Violation(
                CloseStatus.TRY_AGAIN_LATER, "too many messages are unfinished", CloseStatus.Cause.OVERLOAD);
    }

    static Violation tooLong(Duration limit) {
        return new Violation(
                CloseStatus.POLICY_VIOLATION,
                "a message takes " + limit.toSeconds() + " seconds at most",
                CloseStatus.Cause.POLICY);
    }

    static Violation tooMany(int limit) {
        return new Violation(
                CloseStatus.POLICY_VIOLATION, "more than " + limit + " messages a second", CloseStatus.Cause.POLICY);
    }

    CloseStatus status() {
        return status;
    }
}

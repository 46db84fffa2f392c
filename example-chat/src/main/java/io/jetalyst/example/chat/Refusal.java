package io.jetalyst.example.chat;

import io.jetalyst.http.HttpProblem;
import io.jetalyst.http.Status;
import io.jetalyst.socket.CloseStatus;

/** The reason why the server does not do something, in words for the user. It is expected, so it has no stack trace. */
final class Refusal extends Exception {
    private static final long serialVersionUID = 1;
    private static final int RETRY_SECONDS = 20;

    private final String code;
    private final int closeCode;
    private final transient Status status;

    private Refusal(String code, String text, int closeCode, Status status) {
        super(text, null, false, false);
        this.code = code;
        this.closeCode = closeCode;
        this.status = status;
    }

    /** A refusal that stays: the same request would be refused again. */
    static Refusal of(String code, String text) {
        return new Refusal(code, text, CloseStatus.POLICY_VIOLATION, Status.UNPROCESSABLE_CONTENT);
    }

    /** A refusal of a client that sends too much: the same request may succeed later. */
    static Refusal tooMany(String code, String text) {
        return new Refusal(code, text, CloseStatus.TRY_AGAIN_LATER, Status.TOO_MANY_REQUESTS);
    }

    /** A refusal for now, because the server is full: the same request may succeed later. */
    static Refusal forNow(String code, String text) {
        return new Refusal(code, text, CloseStatus.TRY_AGAIN_LATER, Status.SERVICE_UNAVAILABLE);
    }

    /** The close code for a session that cannot go on. */
    int closeCode() {
        return closeCode;
    }

    String text() {
        return String.valueOf(getMessage());
    }

    /** The same for a request of HTTP: 422, or 429 and 503 with {@code Retry-After}. */
    HttpProblem problem() {
        HttpProblem problem = HttpProblem.of(status, text());
        return status.equals(Status.UNPROCESSABLE_CONTENT)
                ? problem
                : problem.header("Retry-After", Integer.toString(RETRY_SECONDS));
    }

    RoomEvent.Refused event(String ref) {
        return new RoomEvent.Refused(code, text(), ref);
    }
}

package io.jetalyst.example.chat;

import io.jetalyst.socket.CloseStatus;

/** The reason why the server does not do something, in words for the user. It is expected, so it has no stack trace. */
final class Refusal extends Exception {
    private static final long serialVersionUID = 1;

    private final String code;
    private final int closeCode;

    private Refusal(String code, String text, int closeCode) {
        super(text, null, false, false);
        this.code = code;
        this.closeCode = closeCode;
    }

    /** A refusal that stays: the same request would be refused again. */
    static Refusal of(String code, String text) {
        return new Refusal(code, text, CloseStatus.POLICY_VIOLATION);
    }

    /** A refusal for now: the same request may succeed later. */
    static Refusal forNow(String code, String text) {
        return new Refusal(code, text, CloseStatus.TRY_AGAIN_LATER);
    }

    /** The close code for a session that cannot go on. */
    int closeCode() {
        return closeCode;
    }

    String text() {
        return String.valueOf(getMessage());
    }

    RoomEvent.Refused event(String ref) {
        return new RoomEvent.Refused(code, text(), ref);
    }
}

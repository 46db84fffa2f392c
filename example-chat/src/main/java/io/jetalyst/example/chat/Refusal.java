package io.jetalyst.example.chat;

import io.jetalyst.socket.CloseStatus;

/** Why something is not done, in words for whoever asked. Expected, so without a stack trace. */
final class Refusal extends Exception {
    private static final long serialVersionUID = 1;

    private final String code;
    private final int closeCode;

    private Refusal(String code, String text, int closeCode) {
        super(text, null, false, false);
        this.code = code;
        this.closeCode = closeCode;
    }

    /** Asking again will not help. */
    static Refusal of(String code, String text) {
        return new Refusal(code, text, CloseStatus.POLICY_VIOLATION);
    }

    /** Asking again later may help. */
    static Refusal forNow(String code, String text) {
        return new Refusal(code, text, CloseStatus.TRY_AGAIN_LATER);
    }

    /** What a session that cannot go on without the thing is closed with. */
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

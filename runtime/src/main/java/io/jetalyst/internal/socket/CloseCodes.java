package io.jetalyst.internal.socket;

import io.jetalyst.socket.CloseStatus;
import java.nio.charset.StandardCharsets;

/** What may stand in a close frame of ours (RFC 6455 §5.5.1, §7.4). */
final class CloseCodes {
    private static final int MAX_REASON_BYTES = 123;

    private CloseCodes() {}

    /** @throws IllegalArgumentException if an application may not send this code */
    static void check(int code) {
        boolean allowed = code == CloseStatus.NORMAL
                || code == CloseStatus.GOING_AWAY
                || code == CloseStatus.UNSUPPORTED_DATA
                || (code >= 1007 && code <= 1014)
                || (code >= 3000 && code <= 4999);
        if (!allowed) {
            throw new IllegalArgumentException(
                    "a session is closed with 1000, 1001, 1003, 1007 to 1014, or 3000 to 4999"
                            + " (RFC 6455 section 7.4), not with " + code);
        }
    }

    /** The reason, or as much of it as a close frame can carry, cut between characters. */
    static String fit(String reason) {
        byte[] bytes = reason.getBytes(StandardCharsets.UTF_8);
        if (bytes.length <= MAX_REASON_BYTES) {
            return new String(bytes, StandardCharsets.UTF_8);
        }
        int end = MAX_REASON_BYTES;
        while ((bytes[end] & 0xc0) == 0x80) {
            end--;
        }
        return new String(bytes, 0, end, StandardCharsets.UTF_8);
    }
}

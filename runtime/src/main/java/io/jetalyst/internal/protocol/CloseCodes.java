package io.jetalyst.internal.protocol;

import io.jetalyst.socket.CloseStatus;
import java.nio.charset.StandardCharsets;

/** The codes and reasons that close frames may have (RFC 6455 §5.5.1, §7.4). */
public final class CloseCodes {
    private static final int MAX_REASON_BYTES = 123;
    private static final int LAST_REGISTERED = 1014;
    private static final int FIRST_FREE = 3000;
    private static final int LAST_FREE = 4999;

    private CloseCodes() {}

    /** Whether a close frame may have the code. */
    static boolean mayBeSent(int code) {
        return code >= CloseStatus.NORMAL && code <= CloseStatus.UNSUPPORTED_DATA
                || code >= CloseStatus.INVALID_PAYLOAD && code <= LAST_REGISTERED
                || code >= FIRST_FREE && code <= LAST_FREE;
    }

    /** @throws IllegalArgumentException if an application may not send this code */
    public static void check(int code) {
        if (!mayBeSent(code) || code == CloseStatus.PROTOCOL_ERROR) {
            throw new IllegalArgumentException(
                    "a session is closed with 1000, 1001, 1003, 1007 to 1014, or 3000 to 4999"
                            + " (RFC 6455 section 7.4), not with " + code);
        }
    }

    /** The reason, truncated between characters to what fits into a close frame. */
    public static String fit(String reason) {
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

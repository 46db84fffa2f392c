package io.jetalyst.internal.protocol;

import io.jetalyst.socket.CloseStatus;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Code and reason of a close frame (RFC 6455 §5.5.1).
 *
 * @param code 1005 if the frame has no code
 */
public record CloseFrame(int code, String reason) {
    /** @throws ProtocolException if the payload is not valid in a close frame */
    public static CloseFrame read(ByteBuffer payload) throws ProtocolException {
        if (!payload.hasRemaining()) {
            return new CloseFrame(CloseStatus.NO_STATUS, "");
        }
        if (payload.remaining() == 1) {
            throw ProtocolException.broken("a close frame had half a code");
        }
        int code = payload.getShort() & 0xffff;
        if (!CloseCodes.mayBeSent(code)) {
            throw ProtocolException.broken("a close frame had a code that is not sent");
        }
        try {
            return new CloseFrame(
                    code, StandardCharsets.UTF_8.newDecoder().decode(payload).toString());
        } catch (CharacterCodingException e) {
            throw ProtocolException.notUtf8("the reason is not UTF-8");
        }
    }

    /** The payload of the frame; empty for 1005. */
    public ByteBuffer payload() {
        if (code == CloseStatus.NO_STATUS) {
            return ByteBuffer.allocate(0);
        }
        byte[] text = reason.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(2 + text.length)
                .putShort((short) code)
                .put(text)
                .flip();
    }
}

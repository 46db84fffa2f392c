package io.jetalyst.internal.socket;

import io.jetalyst.internal.protocol.Opcode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads the frames of a server from bytes as they come. */
public final class ServerFrames {
    private ByteBuffer rest = ByteBuffer.allocate(0);

    /** The frames that are complete now, as {@code opcode:text}; a close frame as {@code 8:code reason}. */
    public List<String> take(ByteBuffer bytes) {
        rest = ByteBuffer.allocate(rest.remaining() + bytes.remaining())
                .put(rest)
                .put(bytes)
                .flip();
        List<String> frames = new ArrayList<>();
        for (String frame = next(); frame != null; frame = next()) {
            frames.add(frame);
        }
        return frames;
    }

    private String next() {
        rest.mark();
        if (rest.remaining() >= 2) {
            int first = rest.get();
            long length = rest.get();
            int more = length < 126 ? 0 : length == 126 ? 2 : 8;
            if (more > 0 && rest.remaining() >= more) {
                length = more == 2 ? rest.getShort() & 0xffff : rest.getLong();
                more = 0;
            }
            if (more == 0 && rest.remaining() >= length) {
                ByteBuffer payload = rest.slice(rest.position(), (int) length);
                rest.position(rest.position() + (int) length);
                return text(first & 0xf, first < 0, payload);
            }
        }
        rest.reset();
        return null;
    }

    private static String text(int opcode, boolean last, ByteBuffer payload) {
        String code = opcode == Opcode.CLOSE && payload.hasRemaining() ? (payload.getShort() & 0xffff) + " " : "";
        return opcode + (last ? ":" : "+:") + code + StandardCharsets.UTF_8.decode(payload);
    }
}

package io.jetalyst.conformance;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * A message that the endpoint must echo unchanged.
 *
 * @param text whether it is text, in UTF-8, and not binary
 */
record EchoMessage(boolean text, ByteBuffer payload) {
    /** Returns about four parts, which may end inside a character, and an empty last one. */
    List<ByteBuffer> parts() {
        int size = payload.remaining() / 4 + 1;
        List<ByteBuffer> parts = new ArrayList<>();
        for (int from = 0; from < payload.limit(); from += Math.min(size, payload.limit() - from)) {
            parts.add(payload.slice(from, Math.min(size, payload.limit() - from)));
        }
        parts.add(ByteBuffer.allocate(0));
        return parts;
    }

    int size() {
        return payload.remaining();
    }

    /** Shows the kind, the size and the first bytes. */
    @Override
    public String toString() {
        StringBuilder begin = new StringBuilder();
        for (int i = 0; i < Math.min(16, size()); i++) {
            begin.append("%02x ".formatted(payload.get(i)));
        }
        return "%s of %d bytes: %s".formatted(text ? "text" : "binary", size(), begin);
    }
}

package io.jetalyst.conformance;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Optional;

/** Assembles a binary message. */
final class BinaryParts {
    private final ByteArrayOutputStream taken = new ByteArrayOutputStream();

    /** Adds a part; returns the message if the part ends it. */
    Optional<ByteBuffer> take(ByteBuffer part, boolean last) {
        byte[] bytes = new byte[part.remaining()];
        part.get(bytes);
        taken.writeBytes(bytes);
        if (!last) {
            return Optional.empty();
        }
        ByteBuffer message = ByteBuffer.wrap(taken.toByteArray());
        taken.reset();
        return Optional.of(message);
    }
}

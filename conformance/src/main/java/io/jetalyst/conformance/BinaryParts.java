package io.jetalyst.conformance;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Optional;

/** Puts a binary message together. */
final class BinaryParts {
    private final ByteArrayOutputStream taken = new ByteArrayOutputStream();

    /** The message, if it ends with this part. */
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

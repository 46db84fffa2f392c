package io.jetalyst.conformance;

import java.util.Optional;

/** Puts a text message together. */
final class TextParts {
    private final StringBuilder taken = new StringBuilder();

    /** The message, if it ends with this part. */
    Optional<String> take(String part, boolean last) {
        taken.append(part);
        if (!last) {
            return Optional.empty();
        }
        String message = taken.toString();
        taken.setLength(0);
        return Optional.of(message);
    }
}

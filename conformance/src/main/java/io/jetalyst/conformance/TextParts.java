package io.jetalyst.conformance;

import java.util.Optional;

/** Assembles a text message. */
final class TextParts {
    private final StringBuilder taken = new StringBuilder();

    /** Adds a part; returns the message if the part ends it. */
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

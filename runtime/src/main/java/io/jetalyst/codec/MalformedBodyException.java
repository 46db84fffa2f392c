package io.jetalyst.codec;

import org.jspecify.annotations.Nullable;

/** Thrown when bytes from a client do not encode a value of the expected type. */
public final class MalformedBodyException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public MalformedBodyException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}

package io.jetalyst.codec;

import org.jspecify.annotations.Nullable;

/** Thrown when no codec supports a type. The message says how to fix that. */
public final class UnsupportedTypeException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public UnsupportedTypeException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}

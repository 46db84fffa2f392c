package io.jetalyst.codec;

import org.jspecify.annotations.Nullable;

/** Bytes from a client that are no value of the type asked for: the client's mistake, not the application's. */
public final class MalformedBodyException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public MalformedBodyException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}

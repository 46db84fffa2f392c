package io.jetalyst.codec;

import org.jspecify.annotations.Nullable;

/** A type no codec can handle: the developer's mistake; the message says how to mend it. */
public final class UnsupportedTypeException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public UnsupportedTypeException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}

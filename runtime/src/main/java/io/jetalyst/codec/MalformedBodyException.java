package io.jetalyst.codec;

/** Bytes from a client that are no value of the type asked for: the client's mistake, not the application's. */
public final class MalformedBodyException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public MalformedBodyException(String message, Throwable cause) {
        super(message, cause);
    }
}

package io.jetalyst.socket;

/** So many topics are in use that no other name can be. A session may be told to try again later (1013). */
public final class TooManyTopicsException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public TooManyTopicsException(String message) {
        super(message);
    }
}

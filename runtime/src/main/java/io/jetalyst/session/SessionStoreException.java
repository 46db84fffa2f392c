package io.jetalyst.session;

import org.jspecify.annotations.Nullable;

/** The store of the sessions has failed: a file cannot be written, or the database cannot be reached. */
public final class SessionStoreException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public SessionStoreException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}

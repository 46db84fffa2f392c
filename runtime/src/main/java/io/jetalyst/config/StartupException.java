package io.jetalyst.config;

import org.jspecify.annotations.Nullable;

/** Why an application does not start, in words for whoever starts it: what is wrong, and what to do. */
public final class StartupException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public StartupException(String message) {
        this(message, null);
    }

    public StartupException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}

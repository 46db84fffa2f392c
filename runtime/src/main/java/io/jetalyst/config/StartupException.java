package io.jetalyst.config;

import org.jspecify.annotations.Nullable;

/** Thrown if an application cannot start. The message says what is wrong and how to solve it, for the person who starts the application. */
public final class StartupException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public StartupException(String message) {
        this(message, null);
    }

    public StartupException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}

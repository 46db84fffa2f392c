package io.jetalyst.support;

import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** The exceptions that a stage or a future wraps. */
public final class Causes {
    private Causes() {}

    /** The reason why a stage failed, or why a thread that waited for it did: the first cause that no stage or future has added. */
    public static Throwable unwrap(Throwable failure) {
        Throwable reason = failure;
        while ((reason instanceof CompletionException || reason instanceof ExecutionException)
                && reason.getCause() != null) {
            reason = reason.getCause();
        }
        return reason;
    }
}

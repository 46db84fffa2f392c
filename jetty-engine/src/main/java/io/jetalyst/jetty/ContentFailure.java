package io.jetalyst.jetty;

import io.jetalyst.http.AccessEndedException;
import io.jetalyst.http.StalledClientException;

/** The source of a response's content failed, and not the client. */
final class ContentFailure extends Exception {
    private static final long serialVersionUID = 1L;

    ContentFailure(Throwable cause) {
        super(null, cause, false, false);
    }

    /** The failure of a source. One that says that the client is gone, or has no access any more, is no failure of the application. */
    static Throwable of(Throwable failure) {
        return failure instanceof StalledClientException || failure instanceof AccessEndedException
                ? failure
                : new ContentFailure(failure);
    }
}

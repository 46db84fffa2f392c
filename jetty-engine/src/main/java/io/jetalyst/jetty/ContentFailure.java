package io.jetalyst.jetty;

/** The source of a response's content failed, and not the client. */
final class ContentFailure extends Exception {
    private static final long serialVersionUID = 1L;

    ContentFailure(Throwable cause) {
        super(null, cause, false, false);
    }
}

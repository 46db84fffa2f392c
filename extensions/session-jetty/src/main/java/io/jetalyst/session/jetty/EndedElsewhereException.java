package io.jetalyst.session.jetty;

/** Another process has ended the session, so its data is not stored. */
final class EndedElsewhereException extends Exception {
    private static final long serialVersionUID = 1;

    EndedElsewhereException() {
        super("Another process has ended the session", null, false, false);
    }
}

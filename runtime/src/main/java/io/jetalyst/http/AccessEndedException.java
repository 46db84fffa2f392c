package io.jetalyst.http;

import java.io.IOException;

/** The session or the identity of a client has ended while its response was sent, so the response is not completed. */
public final class AccessEndedException extends IOException {
    private static final long serialVersionUID = 1L;

    public AccessEndedException() {
        super("the session or the identity of the client has ended");
    }
}

package io.jetalyst.http;

import java.io.IOException;

/** The client of a response has not read for too long. A publisher ends a response with it when it gives the client up. */
public final class StalledClientException extends IOException {
    private static final long serialVersionUID = 1L;

    public StalledClientException(String message) {
        super(message);
    }
}

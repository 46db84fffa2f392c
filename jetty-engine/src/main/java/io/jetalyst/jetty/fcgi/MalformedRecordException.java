package io.jetalyst.jetty.fcgi;

import java.io.IOException;

/** A peer does not send what the specification of FastCGI demands, so its next bytes have no meaning. */
final class MalformedRecordException extends IOException {
    private static final long serialVersionUID = 1;

    /** @param message what the peer has sent, as the end of a sentence without its period */
    MalformedRecordException(String message) {
        super(message);
    }
}

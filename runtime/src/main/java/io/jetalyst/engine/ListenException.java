package io.jetalyst.engine;

import static java.util.Objects.requireNonNull;

import java.io.IOException;

/** An engine cannot accept connections on an address. The cause says why. */
public final class ListenException extends IOException {
    private static final long serialVersionUID = 1;

    private final transient Listener listener;

    /**
     * @param cause a {@link java.net.BindException} if the address is in use or is not this machine's, a
     *     {@link java.nio.file.FileAlreadyExistsException} if a file that is no socket has the path of the socket
     */
    public ListenException(Listener listener, IOException cause) {
        super("cannot listen on " + listener + ": " + cause.getMessage(), requireNonNull(cause));
        this.listener = listener;
    }

    /** The listener that does not listen. */
    public Listener listener() {
        return listener;
    }
}

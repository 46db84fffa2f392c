package io.jetalyst.internal.session;

import java.time.Duration;

/** Tracks which close frames were received and sent, and what to do with the connection (RFC 6455 §7.1.1, §7.1.2). Safe for all threads. */
final class CloseHandshake {
    /** The next step for the connection. */
    enum Action {
        NONE,
        /** Both close frames have passed: close it. */
        CLOSE,
        /** The client reads our close frame and then the end of the stream; what it still sends is ignored. */
        SHUTDOWN_OUTPUT
    }

    /** How long a client that violated the protocol may take to read our close frame. */
    private static final Duration FAILED_TIMEOUT = Duration.ofSeconds(1);

    private boolean received;
    private boolean sent;
    private boolean failed;

    /** The client's close frame was received. */
    synchronized Action received() {
        received = true;
        return action();
    }

    /** Our close frame was written. */
    synchronized Action sent() {
        sent = true;
        return action();
    }

    /** The client violated the protocol, so its close frame cannot be read or is not waited for (RFC 6455 §7.1.7). */
    synchronized Action failed() {
        failed = true;
        return action();
    }

    /** How long the client may take to answer, or only to read our close frame if it need not answer. */
    synchronized Duration timeout(Duration usual) {
        return failed && usual.compareTo(FAILED_TIMEOUT) > 0 ? FAILED_TIMEOUT : usual;
    }

    private Action action() {
        if (!sent) {
            return Action.NONE;
        }
        return received ? Action.CLOSE : failed ? Action.SHUTDOWN_OUTPUT : Action.NONE;
    }
}

package io.jetalyst.internal.socket;

/** Which close frames have passed, and what that asks of the connection (RFC 6455 §7.1.1, §7.1.2). Safe for all threads. */
final class CloseHandshake {
    /** What is to be done with the connection. */
    enum Then {
        NOTHING,
        /** Both sides have said all: it ends. */
        END,
        /** The client shall read why we closed, and then that there is nothing more: what it sends has no meaning any more. */
        END_OUTPUT
    }

    private boolean came;
    private boolean sent;
    private boolean broken;

    /** The client's close frame has come. */
    synchronized Then came() {
        came = true;
        return then();
    }

    /** Ours is written. */
    synchronized Then sent() {
        sent = true;
        return then();
    }

    /** The client has broken the protocol, so that its close frame would not be understood. */
    synchronized Then broken() {
        broken = true;
        return then();
    }

    /** Whether nobody waits for the client's close frame. */
    synchronized boolean isBroken() {
        return broken;
    }

    private Then then() {
        if (!sent) {
            return Then.NOTHING;
        }
        return came ? Then.END : broken ? Then.END_OUTPUT : Then.NOTHING;
    }
}

package io.jetalyst.internal.session;

/** A host that passes all calls on to another one. Subclasses add something to some of them. */
public abstract class ForwardingHost implements SessionHost {
    private final SessionHost host;

    protected ForwardingHost(SessionHost host) {
        this.host = host;
    }

    @Override
    public final String nextId() {
        return host.nextId();
    }

    @Override
    public final long now() {
        return host.now();
    }

    @Override
    public final void tickLater(Connection connection, long nanos) {
        host.tickLater(connection, nanos);
    }

    @Override
    public void handshakeStarted() {
        host.handshakeStarted();
    }

    @Override
    public void handshakeFailed() {
        host.handshakeFailed();
    }

    @Override
    public void opened(Connection connection) {
        host.opened(connection);
    }

    @Override
    public void closed(Connection connection) {
        host.closed(connection);
    }
}

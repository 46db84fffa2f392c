package io.jetalyst.internal.httpsession;

import io.jetalyst.internal.session.Connection;
import io.jetalyst.internal.session.SessionHost;

/** The host of one socket that ends with the session of its browser. */
final class BoundHost implements SessionHost {
    private final SessionHost host;
    private final SessionSockets.Group group;
    private final SessionSockets sockets;

    BoundHost(SessionHost host, SessionSockets.Group group, SessionSockets sockets) {
        this.host = host;
        this.group = group;
        this.sockets = sockets;
    }

    @Override
    public String nextId() {
        return host.nextId();
    }

    @Override
    public long now() {
        return host.now();
    }

    @Override
    public void tickLater(Connection connection, long nanos) {
        host.tickLater(connection, nanos);
    }

    @Override
    public void handshakeStarted() {
        host.handshakeStarted();
    }

    @Override
    public void handshakeFailed() {
        sockets.failed(group);
        host.handshakeFailed();
    }

    @Override
    public void opened(Connection connection) {
        host.opened(connection);
        sockets.opened(group, connection);
    }

    @Override
    public void closed(Connection connection) {
        sockets.closed(group, connection);
        host.closed(connection);
    }
}

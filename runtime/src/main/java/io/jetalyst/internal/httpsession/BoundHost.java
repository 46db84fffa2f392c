package io.jetalyst.internal.httpsession;

import io.jetalyst.internal.session.Connection;
import io.jetalyst.internal.session.ForwardingHost;
import io.jetalyst.internal.session.SessionHost;

/** The host of one socket that ends with the session of its browser. */
final class BoundHost extends ForwardingHost {
    private final SessionSockets.Group group;
    private final SessionSockets sockets;

    BoundHost(SessionHost host, SessionSockets.Group group, SessionSockets sockets) {
        super(host);
        this.group = group;
        this.sockets = sockets;
    }

    @Override
    public void handshakeFailed() {
        sockets.failed(group);
        super.handshakeFailed();
    }

    @Override
    public void opened(Connection connection) {
        super.opened(connection);
        sockets.opened(group, connection);
    }

    @Override
    public void closed(Connection connection) {
        sockets.closed(group, connection);
        super.closed(connection);
    }
}

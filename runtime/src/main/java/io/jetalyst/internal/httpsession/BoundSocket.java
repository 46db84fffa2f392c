package io.jetalyst.internal.httpsession;

import io.jetalyst.internal.session.Connection;
import io.jetalyst.internal.session.ForwardingHost;
import io.jetalyst.internal.session.SessionHost;
import io.jetalyst.socket.CloseStatus;
import org.jspecify.annotations.Nullable;

/** A socket that closes when its session ends or has a new id; at once if that happens during the handshake. */
final class BoundSocket extends SessionBinding {
    private final SessionBindings bindings;
    /** {@code null} before the socket is open. */
    private @Nullable Connection connection;

    /** {@code null} before the end. */
    private @Nullable CloseStatus ending;

    BoundSocket(SessionBindings bindings) {
        this.bindings = bindings;
    }

    /** The host of this socket. */
    SessionHost host(SessionHost host) {
        return new Host(host);
    }

    @Override
    void end(CloseStatus status) {
        Connection open;
        synchronized (this) {
            ending = status;
            open = connection;
        }
        if (open != null) {
            open.close(status, null);
        }
    }

    private void open(Connection opened) {
        CloseStatus status;
        synchronized (this) {
            connection = opened;
            status = ending;
        }
        if (status != null) {
            opened.close(status, null);
        }
    }

    @Override
    synchronized long receivedMessages() {
        return connection == null ? 0 : connection.traffic().receivedMessages();
    }

    private final class Host extends ForwardingHost {
        Host(SessionHost host) {
            super(host);
        }

        @Override
        public void handshakeFailed() {
            bindings.remove(BoundSocket.this);
            super.handshakeFailed();
        }

        @Override
        public void opened(Connection opened) {
            super.opened(opened);
            open(opened);
        }

        @Override
        public void closed(Connection closed) {
            bindings.remove(BoundSocket.this);
            super.closed(closed);
        }
    }
}

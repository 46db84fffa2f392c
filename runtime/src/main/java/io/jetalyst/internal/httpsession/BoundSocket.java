package io.jetalyst.internal.httpsession;

import io.jetalyst.internal.session.Connection;
import io.jetalyst.internal.session.ForwardingHost;
import io.jetalyst.internal.session.SessionHost;
import io.jetalyst.socket.CloseStatus;
import org.jspecify.annotations.Nullable;

/** A socket that closes when its session ends; at once if the session ends during the handshake. */
final class BoundSocket extends SessionBinding {
    private static final CloseStatus ENDED =
            new CloseStatus(CloseStatus.POLICY_VIOLATION, "The session has ended.", CloseStatus.Cause.SESSION_END);

    private final SessionBindings bindings;
    /** {@code null} before the socket is open. */
    private @Nullable Connection connection;

    private boolean hasEnded;

    BoundSocket(SessionBindings bindings) {
        this.bindings = bindings;
    }

    /** The host of this socket. */
    SessionHost host(SessionHost host) {
        return new Host(host);
    }

    @Override
    void end() {
        Connection open;
        synchronized (this) {
            hasEnded = true;
            open = connection;
        }
        if (open != null) {
            open.close(ENDED, null);
        }
    }

    private void open(Connection opened) {
        boolean closes;
        synchronized (this) {
            connection = opened;
            closes = hasEnded;
        }
        if (closes) {
            opened.close(ENDED, null);
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

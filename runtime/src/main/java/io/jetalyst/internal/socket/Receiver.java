package io.jetalyst.internal.socket;

import io.jetalyst.engine.SocketReceiver;
import io.jetalyst.engine.SocketWire;
import io.jetalyst.http.Request;
import io.jetalyst.socket.CloseStatus;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Waits for the wire, and passes what comes from it to the {@link Connection}. A socket that never opens has no session. */
final class Receiver implements SocketReceiver {
    private final Request request;
    private final Optional<String> subprotocol;
    private final Listeners listeners;
    private final SocketLimits limits;
    private final Sockets sockets;
    private volatile @Nullable Connection connection;

    Receiver(Request request, Optional<String> subprotocol, Listeners listeners, SocketLimits limits, Sockets sockets) {
        this.request = request;
        this.subprotocol = subprotocol;
        this.listeners = listeners;
        this.limits = limits;
        this.sockets = sockets;
    }

    @Override
    public void opened(SocketWire wire) {
        Connection opened = new Connection(wire, request, subprotocol, listeners, limits, sockets);
        connection = opened;
        opened.open();
    }

    @Override
    public void frame(int opcode, boolean begins, boolean last, ByteBuffer payload) {
        Connection open = connection;
        if (open != null) {
            open.frame(opcode, begins, last, payload);
        }
    }

    @Override
    public void closeReceived(int code, String reason) {
        failed(new CloseStatus(code, reason, CloseStatus.Cause.CLIENT), null);
    }

    @Override
    public void failed(CloseStatus status, @Nullable Throwable error) {
        Connection open = connection;
        if (open != null) {
            open.ends(status, error);
        }
    }

    @Override
    public void closed() {
        Connection open = connection;
        if (open != null) {
            open.gone();
        }
    }
}

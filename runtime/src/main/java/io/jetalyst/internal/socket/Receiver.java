package io.jetalyst.internal.socket;

import io.jetalyst.engine.SocketReceiver;
import io.jetalyst.engine.SocketWire;
import io.jetalyst.http.Request;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Waits for the wire, and passes what comes from it to the {@link Connection}. A socket that never opens has no session; until it is
 * clear whether it does, a stop waits for it, too.
 */
final class Receiver implements SocketReceiver {
    private final Request request;
    private final Endpoint endpoint;
    private final Sockets sockets;
    private volatile @Nullable Connection connection;

    Receiver(Request request, Endpoint endpoint, Sockets sockets) {
        this.request = request;
        this.endpoint = endpoint;
        this.sockets = sockets;
        sockets.begins();
    }

    @Override
    public void opened(SocketWire wire) {
        Connection opened = new Connection(wire, request, endpoint, sockets);
        connection = opened;
        opened.open();
    }

    @Override
    public boolean received(ByteBuffer bytes) {
        Connection open = connection;
        return open == null || open.received(bytes);
    }

    @Override
    public void closed(@Nullable Throwable failure) {
        Connection open = connection;
        if (open != null) {
            open.gone(failure);
        } else {
            sockets.neverOpens();
        }
    }
}

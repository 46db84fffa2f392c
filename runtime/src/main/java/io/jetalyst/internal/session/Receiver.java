package io.jetalyst.internal.session;

import io.jetalyst.engine.SocketReceiver;
import io.jetalyst.engine.SocketWire;
import io.jetalyst.http.Request;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Creates the {@link Connection} when the engine has opened the wire, and passes on what the wire receives. */
public final class Receiver implements SocketReceiver {
    private final Request request;
    private final Endpoint endpoint;
    private final SessionHost host;
    private final SessionServices services;
    private volatile @Nullable Connection connection;
    private final AtomicBoolean failed = new AtomicBoolean();

    /** The caller has called {@link SessionHost#handshakeStarted}. */
    public Receiver(Request request, Endpoint endpoint, SessionHost host, SessionServices services) {
        this.request = request;
        this.endpoint = endpoint;
        this.host = host;
        this.services = services;
    }

    @Override
    public void opened(SocketWire wire) {
        Connection opened = new Connection(wire, request, endpoint, host, services);
        connection = opened;
        opened.open();
    }

    @Override
    public boolean received(ByteBuffer bytes) {
        Connection open = connection;
        return open == null || open.received(bytes);
    }

    @Override
    public void peek(ByteBuffer bytes) {
        Connection open = connection;
        if (open != null) {
            open.peek(bytes);
        }
    }

    @Override
    public void closed(@Nullable Throwable failure) {
        Connection open = connection;
        if (open != null) {
            open.end().onDisconnect(failure);
        } else if (failed.compareAndSet(false, true)) {
            host.handshakeFailed();
        }
    }
}

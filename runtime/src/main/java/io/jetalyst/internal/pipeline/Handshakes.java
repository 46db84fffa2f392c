package io.jetalyst.internal.pipeline;

import io.jetalyst.engine.Exchange;
import io.jetalyst.engine.SocketUpgrade;
import io.jetalyst.http.HeaderField;
import io.jetalyst.http.HttpProblem;
import io.jetalyst.http.Status;
import io.jetalyst.internal.handshake.HandshakeCheck;
import io.jetalyst.internal.handshake.PendingHandshake;
import io.jetalyst.internal.socket.Sockets;
import io.jetalyst.route.Route;
import io.jetalyst.socket.SocketOptions;
import io.jetalyst.socket.WebSocketHandshake;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The WebSocket side of one request: whether it is a handshake, and what became of it. */
final class Handshakes {
    private final Exchange exchange;
    private final Sockets sockets;
    private final boolean asked;
    private @Nullable PendingHandshake offered;
    private boolean taken;

    Handshakes(Exchange exchange, Sockets sockets) {
        this.exchange = exchange;
        this.sockets = sockets;
        this.asked = HandshakeCheck.asked(exchange);
    }

    /** Whether the request is a handshake, good or bad. */
    boolean asked() {
        return asked;
    }

    /**
     * The handshake an endpoint is called with.
     *
     * @throws HttpProblem if the request is a handshake that the endpoint is not even asked about
     */
    WebSocketHandshake handshake(SocketOptions options) {
        if (!asked) {
            return sockets.plainRequest(exchange.request());
        }
        Optional<String> subprotocol = HandshakeCheck.check(exchange, options);
        if (sockets.closing()) {
            throw HttpProblem.of(Status.SERVICE_UNAVAILABLE, "The server is going down.");
        }
        offered = sockets.handshake(exchange.request(), subprotocol, options);
        return offered;
    }

    /**
     * Ends the time for attaching listeners, and holds what the endpoint returned against what it did.
     *
     * @return whether the socket is to be opened
     */
    boolean seal(boolean returned, Route.Socket socket) {
        if (offered != null) {
            offered.seal();
        }
        if (returned && (offered == null || !offered.isAccepted())) {
            throw new IllegalStateException(socket.handler()
                    + " returned true although handshake.isRequested() was not true: return false instead");
        }
        taken = returned;
        return taken;
    }

    /** Whether the endpoint takes the connection. */
    boolean taken() {
        return taken;
    }

    /** The upgrade of a handshake that was taken. */
    SocketUpgrade upgrade(List<HeaderField> headers) {
        if (offered == null || !taken) {
            throw new IllegalStateException("no handshake was taken");
        }
        return offered.upgrade(headers);
    }
}

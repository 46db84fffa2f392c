package io.jetalyst.internal.pipeline;

import io.jetalyst.engine.Exchange;
import io.jetalyst.engine.SocketUpgrade;
import io.jetalyst.filter.Context;
import io.jetalyst.http.HeaderField;
import io.jetalyst.http.HttpProblem;
import io.jetalyst.http.Request;
import io.jetalyst.http.Status;
import io.jetalyst.internal.handshake.HandshakeCheck;
import io.jetalyst.internal.handshake.PendingHandshake;
import io.jetalyst.internal.origin.OriginRule;
import io.jetalyst.internal.session.SessionHost;
import io.jetalyst.internal.socket.Sockets;
import io.jetalyst.route.Route;
import io.jetalyst.socket.SocketOptions;
import io.jetalyst.socket.WebSocketHandshake;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The handshake of one request, from its check to the upgrade. */
final class Handshakes {
    private final Exchange exchange;
    private final Request request;
    private final Sockets sockets;
    private final OriginRule origins;
    private final @Nullable BlockingWatch watch;
    private final UnaryOperator<SessionHost> binding;
    private @Nullable PendingHandshake offered;
    /** The name of the endpoint's method. */
    private String handler = "";

    private boolean accepted;

    /**
     * @param watch checks listeners that promise not to block; {@code null} outside of dev mode
     * @param binding binds the socket to the session of its browser
     */
    Handshakes(
            Exchange exchange,
            Request request,
            Sockets sockets,
            OriginRule origins,
            @Nullable BlockingWatch watch,
            UnaryOperator<SessionHost> binding) {
        this.exchange = exchange;
        this.request = request;
        this.sockets = sockets;
        this.origins = origins;
        this.watch = watch;
        this.binding = binding;
    }

    /**
     * The handshake that the endpoint is called with.
     *
     * @param context supplies the identity of the client
     * @throws HttpProblem if the handshake is refused before the endpoint is called
     */
    WebSocketHandshake handshake(Route.Socket socket, Context context) {
        SocketOptions options = socket.options();
        Optional<String> subprotocol = HandshakeCheck.check(exchange, request, options, origins);
        if (sockets.closing()) {
            throw HttpProblem.of(Status.SERVICE_UNAVAILABLE, "The server is shutting down.");
        }
        handler = socket.handler();
        PendingHandshake created = sockets.handshake(request, subprotocol, options, socket.path(), binding);
        created.identity(context::identity, socket.access().needsIdentity() || socket.readsIdentity(), socket.access());
        offered = created;
        return created;
    }

    /**
     * Stops accepting listeners, and checks that the endpoint's return value matches the request.
     *
     * @param handshakes {@code null} if the request is no handshake
     * @return whether the endpoint accepted the handshake
     */
    static boolean seal(@Nullable Handshakes handshakes, boolean returned, Route.Socket socket) {
        PendingHandshake offered = handshakes == null ? null : handshakes.offered;
        if (offered != null) {
            offered.seal();
        }
        if (returned && (offered == null || !offered.isAccepted())) {
            throw new IllegalStateException(socket.handler()
                    + " returned true although handshake.isRequested() was not true: return false instead");
        }
        if (handshakes != null) {
            handshakes.accepted = returned;
        }
        return returned;
    }

    /** Whether the endpoint accepted the handshake. */
    boolean isAccepted() {
        return accepted;
    }

    /** The upgrade of an accepted handshake. It fails if the store of the sessions does; the exchange is not answered then. */
    SocketUpgrade prepare(List<HeaderField> headers) {
        if (offered == null || !accepted) {
            throw new IllegalStateException("the handshake was not accepted");
        }
        return watched(offered.upgrade(headers));
    }

    /** Opens the socket. If the engine cannot, no stop waits for it. */
    void upgrade(SocketUpgrade upgrade) {
        try {
            exchange.upgrade(upgrade);
        } catch (RuntimeException | Error e) {
            upgrade.receiver().closed(e);
            throw e;
        }
    }

    private SocketUpgrade watched(SocketUpgrade upgrade) {
        return watch == null || !upgrade.nonBlocking()
                ? upgrade
                : new SocketUpgrade(upgrade.headers(), new WatchedReceiver(upgrade.receiver(), watch, handler), true);
    }
}

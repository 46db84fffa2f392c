package demo;

import io.jetalyst.filter.Context;
import io.jetalyst.http.Result;
import io.jetalyst.route.Route;
import io.jetalyst.socket.SocketLimit;
import io.jetalyst.socket.SocketOptions;
import io.jetalyst.socket.WebSocketHandshake;
import io.jetalyst.support.Results;
import io.jetalyst.table.Bindings;
import io.jetalyst.table.Invoker;
import io.jetalyst.table.RouteTable;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * Routes of {@link Sockets}.
 */
@Generated("io.jetalyst.processor.JetalystProcessor")
public final class Sockets_Routes implements RouteTable {
    @Override
    public int format() {
        return 1;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("/limits", "Sockets.page").produces("text/plain"),
                Route.socket(
                        "/limits",
                        "Sockets.large",
                        SocketOptions.DEFAULT
                                .origins("*")
                                .limit(SocketLimit.MAX_MESSAGE_BYTES, 2_097_152)
                                .limit(SocketLimit.MESSAGES_PER_SECOND, 2_147_483_647)
                                .limit(SocketLimit.MAX_QUEUED_BYTES, 8_192)
                                .limit(SocketLimit.IDLE_TIMEOUT_SECONDS, 90)
                                .overflow(SocketOptions.Overflow.FAIL)
                                .compression(SocketOptions.Deflate.CONTEXT_TAKEOVER)),
                Route.get("/limits/close", "Sockets.closes").produces("text/plain"),
                Route.socket("/limits/close", "Sockets.close"),
                Route.get("/limits/drop", "Sockets.drops").produces("text/plain"),
                Route.socket(
                        "/limits/drop",
                        "Sockets.drop",
                        SocketOptions.DEFAULT.overflow(SocketOptions.Overflow.DROP_OLDEST).compression(SocketOptions.Deflate.NO_CONTEXT_TAKEOVER)));
    }

    @Override
    public Invoker bind(Bindings bindings) {
        return new Calls(new Sockets());
    }

    private static final class Calls implements Invoker {
        private final Sockets controller;

        Calls(Sockets controller) {
            this.controller = controller;
        }

        @Override
        public Result call(int route, Context context) {
            return switch (route) {
                case 0 -> Results.text(controller.page());
                case 2 -> Results.text(controller.closes());
                case 4 -> Results.text(controller.drops());
                default -> throw new IllegalArgumentException("no HTTP route " + route);
            };
        }

        @Override
        public boolean connect(int route, Context context, WebSocketHandshake handshake) {
            return switch (route) {
                case 1 -> controller.large(handshake);
                case 3 -> controller.close(handshake);
                case 5 -> controller.drop(handshake);
                default -> throw new IllegalArgumentException("no socket route " + route);
            };
        }
    }
}

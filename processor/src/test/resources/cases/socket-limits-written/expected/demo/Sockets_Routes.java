package demo;

import io.jetalyst.filter.Context;
import io.jetalyst.http.HttpMethod;
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
    private static final List<Route> ROUTES = List.of(
            Route.http(HttpMethod.GET, "/limits", "Sockets.page").produces("text/plain"),
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
            Route.http(HttpMethod.GET, "/limits/close", "Sockets.closes").produces("text/plain"),
            Route.socket("/limits/close", "Sockets.close"),
            Route.http(HttpMethod.GET, "/limits/drop", "Sockets.drops").produces("text/plain"),
            Route.socket(
                    "/limits/drop",
                    "Sockets.drop",
                    SocketOptions.DEFAULT.overflow(SocketOptions.Overflow.DROP_OLDEST).compression(SocketOptions.Deflate.NO_CONTEXT_TAKEOVER)));

    @Override
    public int format() {
        return 1;
    }

    @Override
    public List<Route> routes() {
        return ROUTES;
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
                case 0 -> page(context);
                case 2 -> closes(context);
                case 4 -> drops(context);
                default -> throw new IllegalArgumentException("no HTTP route " + route);
            };
        }

        @Override
        public boolean connect(int route, Context context, WebSocketHandshake handshake) {
            return switch (route) {
                case 1 -> large(context, handshake);
                case 3 -> close(context, handshake);
                case 5 -> drop(context, handshake);
                default -> throw new IllegalArgumentException("no socket route " + route);
            };
        }

        private Result page(Context context) {
            return Results.text(controller.page());
        }

        private boolean large(Context context, WebSocketHandshake handshake) {
            return controller.large(handshake);
        }

        private Result closes(Context context) {
            return Results.text(controller.closes());
        }

        private boolean close(Context context, WebSocketHandshake handshake) {
            return controller.close(handshake);
        }

        private Result drops(Context context) {
            return Results.text(controller.drops());
        }

        private boolean drop(Context context, WebSocketHandshake handshake) {
            return controller.drop(handshake);
        }
    }
}

package demo;

import io.jetalyst.codec.BodyWriter;
import io.jetalyst.filter.Context;
import io.jetalyst.http.HttpMethod;
import io.jetalyst.http.Result;
import io.jetalyst.route.Route;
import io.jetalyst.socket.WebSocketHandshake;
import io.jetalyst.support.Results;
import io.jetalyst.support.Types;
import io.jetalyst.table.Bindings;
import io.jetalyst.table.Invoker;
import io.jetalyst.table.RouteTable;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * Routes of {@link Room}.
 */
@Generated("io.jetalyst.processor.JetalystProcessor")
public final class Room_Routes implements RouteTable {
    private static final List<Route> ROUTES = List.of(
            Route.http(HttpMethod.GET, "/room", "Room.page").produces("application/json"),
            Route.socket("/room", "Room.open"));

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
        return new Calls(new Room(), bindings);
    }

    private static final class Calls implements Invoker {
        private final Room controller;
        private final BodyWriter<Room.Page<Said>> saidPageWriter;

        Calls(Room controller, Bindings bindings) {
            this.controller = controller;
            this.saidPageWriter = bindings.jsonWriter(Types.of(Room.Page.class, Said.class));
        }

        @Override
        public Result call(int route, Context context) {
            return switch (route) {
                case 0 -> page(context);
                default -> throw new IllegalArgumentException("no HTTP route " + route);
            };
        }

        @Override
        public boolean connect(int route, Context context, WebSocketHandshake handshake) {
            return switch (route) {
                case 1 -> open(context, handshake);
                default -> throw new IllegalArgumentException("no socket route " + route);
            };
        }

        private Result page(Context context) {
            return Results.json(saidPageWriter, controller.page());
        }

        private boolean open(Context context, WebSocketHandshake handshake) {
            return controller.open(handshake);
        }
    }
}

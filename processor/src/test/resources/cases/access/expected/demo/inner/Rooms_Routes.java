package demo.inner;

import io.jetalyst.filter.Context;
import io.jetalyst.http.Result;
import io.jetalyst.route.Route;
import io.jetalyst.socket.WebSocketHandshake;
import io.jetalyst.support.Params;
import io.jetalyst.support.Results;
import io.jetalyst.table.Bindings;
import io.jetalyst.table.Invoker;
import io.jetalyst.table.RouteTable;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * Routes of {@link Rooms}.
 */
@Generated("io.jetalyst.processor.JetalystProcessor")
public final class Rooms_Routes implements RouteTable {
    @Override
    public int format() {
        return 1;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("/closed", "Rooms.closed").produces("text/plain").denyAll(),
                Route.get("/rooms", "Rooms.list").produces("text/plain")
                        .rolesAllowed("member"),
                Route.post("/rooms", "Rooms.create").identified(),
                Route.socket("/rooms", "Rooms.watch")
                        .rolesAllowed("admin").readIdentity(),
                Route.get("/rooms/own", "Rooms.own").produces("text/plain")
                        .rolesAllowed("member").readIdentity(),
                Route.post("/rooms/{room}", "Rooms.change")
                        .rolesAllowed("admin", "member"),
                Route.get("/welcome", "Rooms.welcome").produces("text/plain").permitAll().readIdentity());
    }

    @Override
    public Invoker bind(Bindings bindings) {
        return new Calls(new Rooms());
    }

    private static final class Calls implements Invoker {
        private final Rooms controller;

        Calls(Rooms controller) {
            this.controller = controller;
        }

        @Override
        public Result call(int route, Context context) {
            Params params = Params.of(context);
            return switch (route) {
                case 0 -> Results.text(controller.closed());
                case 1 -> Results.text(controller.list());
                case 2 -> {
                    controller.create();
                    yield Results.none();
                }
                case 4 -> Results.text(controller.own(context.identity().orElseThrow()));
                case 5 -> {
                    String room = params.path(0, "room").toText();
                    params.check();
                    controller.change(room);
                    yield Results.none();
                }
                case 6 -> Results.text(controller.welcome(context.identity()));
                default -> throw new IllegalArgumentException("no HTTP route " + route);
            };
        }

        @Override
        public boolean connect(int route, Context context, WebSocketHandshake handshake) {
            return switch (route) {
                case 3 -> controller.watch(handshake, context.identity().orElseThrow());
                default -> throw new IllegalArgumentException("no socket route " + route);
            };
        }
    }
}

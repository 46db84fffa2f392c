package demo;

import io.jetalyst.filter.Context;
import io.jetalyst.route.Route;
import io.jetalyst.socket.Topics;
import io.jetalyst.socket.WebSocketHandshake;
import io.jetalyst.support.Params;
import io.jetalyst.table.Bindings;
import io.jetalyst.table.Invoker;
import io.jetalyst.table.RouteTable;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * Routes of {@link RoomController}.
 */
@Generated("io.jetalyst.processor.JetalystProcessor")
public final class RoomController_Routes implements RouteTable {
    @Override
    public int format() {
        return 1;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.socket("/rooms/{room}/{name}", "RoomController.join"));
    }

    @Override
    public Invoker bind(Bindings bindings) {
        return new Calls(new RoomController(bindings.get(Topics.class)));
    }

    private static final class Calls implements Invoker {
        private final RoomController controller;

        Calls(RoomController controller) {
            this.controller = controller;
        }

        @Override
        public boolean connect(int route, Context context, WebSocketHandshake handshake) {
            Params params = Params.of(context);
            return switch (route) {
                case 0 -> {
                    String room = params.path(0, "room").toText();
                    String name = params.path(1, "name").toText();
                    params.check();
                    yield controller.join(room, name, handshake);
                }
                default -> throw new IllegalArgumentException("no socket route " + route);
            };
        }
    }
}

package demo;

import io.jetalyst.filter.Context;
import io.jetalyst.http.Result;
import io.jetalyst.route.Route;
import io.jetalyst.socket.WebSocketHandshake;
import io.jetalyst.support.Results;
import io.jetalyst.table.Bindings;
import io.jetalyst.table.Invoker;
import io.jetalyst.table.RouteTable;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * Routes of {@link Pages}.
 */
@Generated("io.jetalyst.processor.JetalystProcessor")
public final class Pages_Routes implements RouteTable {
    @Override
    public int format() {
        return 1;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("/page", "Pages.page").produces("text/plain").nonBlocking(),
                Route.post("/page", "Pages.change").produces("text/plain").nonBlocking(),
                Route.socket("/page", "Pages.socket").nonBlocking());
    }

    @Override
    public Invoker bind(Bindings bindings) {
        return new Calls(new Pages());
    }

    private static final class Calls implements Invoker {
        private final Pages controller;

        Calls(Pages controller) {
            this.controller = controller;
        }

        @Override
        public Result call(int route, Context context) {
            return switch (route) {
                case 0 -> Results.text(controller.page());
                case 1 -> Results.text(controller.change());
                default -> throw new IllegalArgumentException("no HTTP route " + route);
            };
        }

        @Override
        public boolean connect(int route, Context context, WebSocketHandshake handshake) {
            return switch (route) {
                case 2 -> controller.socket(handshake);
                default -> throw new IllegalArgumentException("no socket route " + route);
            };
        }
    }
}

package demo;

import io.jetalyst.filter.Context;
import io.jetalyst.http.HttpMethod;
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
    private static final List<Route> ROUTES = List.of(
            Route.http(HttpMethod.GET, "/page", "Pages.page").produces("text/plain").nonBlocking(),
            Route.http(HttpMethod.POST, "/page", "Pages.change").produces("text/plain").nonBlocking(),
            Route.socket("/page", "Pages.socket").nonBlocking());

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
                case 0 -> page(context);
                case 1 -> change(context);
                default -> throw new IllegalArgumentException("no HTTP route " + route);
            };
        }

        @Override
        public boolean connect(int route, Context context, WebSocketHandshake handshake) {
            return switch (route) {
                case 2 -> socket(context, handshake);
                default -> throw new IllegalArgumentException("no socket route " + route);
            };
        }

        private Result page(Context context) {
            return Results.text(controller.page());
        }

        private Result change(Context context) {
            return Results.text(controller.change());
        }

        private boolean socket(Context context, WebSocketHandshake handshake) {
            return controller.socket(handshake);
        }
    }
}

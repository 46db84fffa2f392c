package demo;

import io.jetalyst.filter.Context;
import io.jetalyst.http.Result;
import io.jetalyst.route.BodyRule;
import io.jetalyst.route.Route;
import io.jetalyst.socket.WebSocketHandshake;
import io.jetalyst.support.Params;
import io.jetalyst.support.Results;
import io.jetalyst.table.Bindings;
import io.jetalyst.table.ErrorHandler;
import io.jetalyst.table.Invoker;
import io.jetalyst.table.RouteTable;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * Routes of {@link Carts}.
 */
@Generated("io.jetalyst.processor.JetalystProcessor")
public final class Carts_Routes implements RouteTable {
    @Override
    public int format() {
        return 1;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("/cart", "Carts.show").produces("text/plain"),
                Route.post("/cart", "Carts.add").body(BodyRule.form()),
                Route.socket("/cart", "Carts.watch"));
    }

    @Override
    public List<ErrorHandler> errorHandlers() {
        return List.of(
                ErrorHandler.of(IllegalStateException.class, "Carts.full"));
    }

    @Override
    public Invoker bind(Bindings bindings) {
        bindings.requireSessions();
        return new Calls(new Carts());
    }

    private static final class Calls implements Invoker {
        private final Carts controller;

        Calls(Carts controller) {
            this.controller = controller;
        }

        @Override
        public Result call(int route, Context context) {
            Params params = Params.of(context);
            return switch (route) {
                case 0 -> Results.text(controller.show(context.session()));
                case 1 -> {
                    String article = params.form("article").toText();
                    params.check();
                    controller.add(article, context.session());
                    yield Results.none();
                }
                default -> throw new IllegalArgumentException("no HTTP route " + route);
            };
        }

        @Override
        public boolean connect(int route, Context context, WebSocketHandshake handshake) {
            return switch (route) {
                case 2 -> controller.watch(handshake, context.session());
                default -> throw new IllegalArgumentException("no socket route " + route);
            };
        }

        @Override
        public Result recover(int handler, Throwable failure, Context context) {
            return switch (handler) {
                case 0 -> Results.status(409, Results.text(controller.full(context.session())));
                default -> throw new IllegalArgumentException("no error handler " + handler);
            };
        }
    }
}

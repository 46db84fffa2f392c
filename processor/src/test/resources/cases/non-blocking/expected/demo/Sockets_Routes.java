package demo;

import io.jetalyst.filter.Context;
import io.jetalyst.http.Result;
import io.jetalyst.route.Route;
import io.jetalyst.socket.SocketOptions;
import io.jetalyst.socket.WebSocketHandshake;
import io.jetalyst.support.Params;
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
                Route.socket("/here", "Sockets.promisedHere").nonBlocking(),
                Route.socket("/nowhere", "Sockets.notPromised"),
                Route.socket(
                        "/own",
                        "Sockets.own",
                        SocketOptions.DEFAULT.origins("*")).nonBlocking(),
                Route.socket("/there", "Sockets.promisedThere").nonBlocking(),
                Route.get("/{*path}", "Sockets.page").produces("text/plain").nonBlocking());
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
            Params params = Params.of(context);
            return switch (route) {
                case 4 -> {
                    String path = params.path(0, "path").toText();
                    params.check();
                    yield Results.text(controller.page(path));
                }
                default -> throw new IllegalArgumentException("no HTTP route " + route);
            };
        }

        @Override
        public boolean connect(int route, Context context, WebSocketHandshake handshake) {
            return switch (route) {
                case 0 -> controller.promisedHere(handshake);
                case 1 -> controller.notPromised(handshake);
                case 2 -> controller.own(handshake);
                case 3 -> controller.promisedThere(handshake);
                default -> throw new IllegalArgumentException("no socket route " + route);
            };
        }
    }
}

package demo;

import io.jetalyst.filter.Context;
import io.jetalyst.http.HttpMethod;
import io.jetalyst.http.Result;
import io.jetalyst.route.Route;
import io.jetalyst.socket.SocketOptions;
import io.jetalyst.socket.Topics;
import io.jetalyst.socket.WebSocketHandshake;
import io.jetalyst.support.Params;
import io.jetalyst.support.Results;
import io.jetalyst.table.Bindings;
import io.jetalyst.table.Invoker;
import io.jetalyst.table.RouteTable;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * Routes of {@link ChatController}.
 */
@Generated("io.jetalyst.processor.JetalystProcessor")
public final class ChatController_Routes implements RouteTable {
    private static final List<Route> ROUTES = List.of(
            Route.http(HttpMethod.GET, "/chat/{room}", "ChatController.page").produces("text/html"),
            Route.socket(
                    "/chat/{room}",
                    "ChatController.join",
                    SocketOptions.DEFAULT.origins("https://example.org").subprotocols("chat.v2", "chat.v1")));

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
        return new Calls(new ChatController(bindings.get(Topics.class)));
    }

    private static final class Calls implements Invoker {
        private final ChatController controller;

        Calls(ChatController controller) {
            this.controller = controller;
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
                case 1 -> join(context, handshake);
                default -> throw new IllegalArgumentException("no socket route " + route);
            };
        }

        private Result page(Context context) {
            Params params = Params.of(context);
            String room = params.path(0, "room").toText();
            params.check();
            return Results.view(controller.page(room));
        }

        private boolean join(Context context, WebSocketHandshake handshake) {
            Params params = Params.of(context);
            String room = params.path(0, "room").toText();
            String name = params.query("name").or("guest").toText();
            params.check();
            return controller.join(handshake, room, name);
        }
    }
}

package demo;

import io.jetalyst.filter.Context;
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
    @Override
    public int format() {
        return 1;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("/chat/{room}", "ChatController.page").produces("text/html"),
                Route.socket(
                        "/chat/{room}",
                        "ChatController.join",
                        SocketOptions.DEFAULT.origins("https://example.org").subprotocols("chat.v2", "chat.v1")));
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
            Params params = Params.of(context);
            return switch (route) {
                case 0 -> {
                    String room = params.path(0, "room").toText();
                    params.check();
                    yield Results.view(controller.page(room));
                }
                default -> throw new IllegalArgumentException("no HTTP route " + route);
            };
        }

        @Override
        public boolean connect(int route, Context context, WebSocketHandshake handshake) {
            Params params = Params.of(context);
            return switch (route) {
                case 1 -> {
                    String room = params.path(0, "room").toText();
                    String name = params.query("name").or("guest").toText();
                    params.check();
                    yield controller.join(handshake, room, name);
                }
                default -> throw new IllegalArgumentException("no socket route " + route);
            };
        }
    }
}

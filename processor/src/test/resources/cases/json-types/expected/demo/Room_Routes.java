package demo;

import io.avaje.jsonb.Json;
import io.jetalyst.codec.BodyWriter;
import io.jetalyst.codec.JsonShape;
import io.jetalyst.codec.JsonTypes;
import io.jetalyst.filter.Context;
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
@Json.Import({Room.Page.class, Said.class})
@Generated("io.jetalyst.processor.JetalystProcessor")
public final class Room_Routes implements RouteTable, JsonTypes {
    @Override
    public int format() {
        return 1;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("/room", "Room.page").produces("application/json"),
                Route.socket("/room", "Room.open"));
    }

    @Override
    public List<JsonShape> shapes() {
        return List.of(
                JsonShape.kinds(Room.In.class, "kind")
                        .kind("bye", Room.Leave.class)
                        .kind("say", Room.Say.class),
                JsonShape.empty(Room.Leave.class, Room.Leave::new),
                JsonShape.record(Room.Page.class).required("items"),
                JsonShape.record(Room.Say.class).required("text").optional("ref").withDefault("copies", "1"),
                JsonShape.record(Said.class).required("from").withDefault("text", "\"a \\u0022quoted\\u0022 text\""));
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
                case 0 -> Results.json(saidPageWriter, controller.page());
                default -> throw new IllegalArgumentException("no HTTP route " + route);
            };
        }

        @Override
        public boolean connect(int route, Context context, WebSocketHandshake handshake) {
            return switch (route) {
                case 1 -> controller.open(handshake);
                default -> throw new IllegalArgumentException("no socket route " + route);
            };
        }
    }
}

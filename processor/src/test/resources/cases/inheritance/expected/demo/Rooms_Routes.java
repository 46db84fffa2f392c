package demo;

import io.jetalyst.codec.BodyWriter;
import io.jetalyst.codec.JsonShape;
import io.jetalyst.codec.JsonTypes;
import io.jetalyst.filter.Context;
import io.jetalyst.http.Result;
import io.jetalyst.route.Route;
import io.jetalyst.support.Converters;
import io.jetalyst.support.Params;
import io.jetalyst.support.Results;
import io.jetalyst.support.Types;
import io.jetalyst.table.Bindings;
import io.jetalyst.table.Invoker;
import io.jetalyst.table.RouteTable;
import java.util.List;
import java.util.UUID;
import javax.annotation.processing.Generated;

/**
 * Routes of {@link Rooms}.
 */
@Generated("io.jetalyst.processor.JetalystProcessor")
public final class Rooms_Routes implements RouteTable, JsonTypes {
    @Override
    public int format() {
        return 1;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("/rooms", "Rooms.all").produces("application/json"),
                Route.get("/rooms/{id}", "Rooms.find").produces("application/json"),
                Route.delete("/rooms/{id}", "Rooms.remove"));
    }

    @Override
    public List<JsonShape> shapes() {
        return List.of(
                JsonShape.record(Rooms.Room.class).required("id"));
    }

    @Override
    public Invoker bind(Bindings bindings) {
        return new Calls(new Rooms(), bindings);
    }

    private static final class Calls implements Invoker {
        private final Rooms controller;
        private final BodyWriter<List<Rooms.Room>> roomListWriter;
        private final BodyWriter<Rooms.Room> roomWriter;

        Calls(Rooms controller, Bindings bindings) {
            this.controller = controller;
            this.roomListWriter = bindings.jsonWriter(Types.of(List.class, Rooms.Room.class));
            this.roomWriter = bindings.jsonWriter(Rooms.Room.class);
        }

        @Override
        public Result call(int route, Context context) {
            Params params = Params.of(context);
            return switch (route) {
                case 0 -> Results.json(roomListWriter, controller.all());
                case 1 -> {
                    UUID key = params.path(0, "id").to(Converters.UUID);
                    int depth = params.query("depth").or("1").toInt();
                    params.check();
                    yield Results.json(roomWriter, controller.find(key, depth));
                }
                case 2 -> {
                    UUID id = params.path(0, "id").to(Converters.UUID);
                    params.check();
                    controller.remove(id);
                    yield Results.none();
                }
                default -> throw new IllegalArgumentException("no HTTP route " + route);
            };
        }
    }
}

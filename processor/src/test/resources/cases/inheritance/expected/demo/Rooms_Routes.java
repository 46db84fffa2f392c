package demo;

import io.jetalyst.codec.BodyWriter;
import io.jetalyst.filter.Context;
import io.jetalyst.http.HttpMethod;
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
public final class Rooms_Routes implements RouteTable {
    private static final List<Route> ROUTES = List.of(
            Route.http(HttpMethod.GET, "/rooms", "Rooms.all").produces("application/json"),
            Route.http(HttpMethod.GET, "/rooms/{id}", "Rooms.find").produces("application/json"),
            Route.http(HttpMethod.DELETE, "/rooms/{id}", "Rooms.remove"));

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
            return switch (route) {
                case 0 -> all(context);
                case 1 -> find(context);
                case 2 -> remove(context);
                default -> throw new IllegalArgumentException("no HTTP route " + route);
            };
        }

        private Result all(Context context) {
            return Results.json(roomListWriter, controller.all());
        }

        private Result find(Context context) {
            Params params = Params.of(context);
            UUID key = params.path(0, "id").to(Converters.UUID);
            int depth = params.query("depth").or("1").toInt();
            params.check();
            return Results.json(roomWriter, controller.find(key, depth));
        }

        private Result remove(Context context) {
            Params params = Params.of(context);
            UUID id = params.path(0, "id").to(Converters.UUID);
            params.check();
            controller.remove(id);
            return Results.none();
        }
    }
}

package demo;

import io.jetalyst.codec.BodyWriter;
import io.jetalyst.codec.JsonShape;
import io.jetalyst.codec.JsonTypes;
import io.jetalyst.filter.Context;
import io.jetalyst.http.Result;
import io.jetalyst.route.Route;
import io.jetalyst.support.Results;
import io.jetalyst.support.Types;
import io.jetalyst.table.Bindings;
import io.jetalyst.table.Invoker;
import io.jetalyst.table.RouteTable;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * Routes of {@link Lists}.
 */
@Generated("io.jetalyst.processor.JetalystProcessor")
public final class Lists_Routes implements RouteTable, JsonTypes {
    @Override
    public int format() {
        return 1;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("/a", "Lists.rooms").produces("application/json", "application/x-ndjson"),
                Route.get("/b", "Lists.lists").produces("application/json", "application/x-ndjson"),
                Route.get("/c", "Lists.texts").produces("application/json", "application/x-ndjson"));
    }

    @Override
    public List<JsonShape> shapes() {
        return List.of(
                JsonShape.record(Lists.Room.class).required("name"));
    }

    @Override
    public Invoker bind(Bindings bindings) {
        return new Calls(new Lists(), bindings);
    }

    private static final class Calls implements Invoker {
        private final Lists controller;
        private final BodyWriter<Lists.Room> roomWriter;
        private final BodyWriter<List<Lists.Room>> roomListWriter;
        private final BodyWriter<String> stringWriter;

        Calls(Lists controller, Bindings bindings) {
            this.controller = controller;
            this.roomWriter = bindings.jsonWriter(Lists.Room.class);
            this.roomListWriter = bindings.jsonWriter(Types.of(List.class, Lists.Room.class));
            this.stringWriter = bindings.jsonWriter(String.class);
        }

        @Override
        public Result call(int route, Context context) {
            return switch (route) {
                case 0 -> Results.elements(context, roomWriter, controller.rooms());
                case 1 -> Results.later(controller.lists(), value -> Results.elements(context, roomListWriter, value));
                case 2 -> Results.elements(context, stringWriter, controller.texts());
                default -> throw new IllegalArgumentException("no HTTP route " + route);
            };
        }
    }
}

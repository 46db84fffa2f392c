package demo;

import io.jetalyst.codec.BodyWriter;
import io.jetalyst.filter.Context;
import io.jetalyst.http.HttpMethod;
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
public final class Lists_Routes implements RouteTable {
    private static final List<Route> ROUTES = List.of(
            Route.http(HttpMethod.GET, "/a", "Lists.rooms").produces("application/json", "application/x-ndjson"),
            Route.http(HttpMethod.GET, "/b", "Lists.lists").produces("application/json", "application/x-ndjson"),
            Route.http(HttpMethod.GET, "/c", "Lists.texts").produces("application/json", "application/x-ndjson"));

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
                case 0 -> rooms(context);
                case 1 -> lists(context);
                case 2 -> texts(context);
                default -> throw new IllegalArgumentException("no HTTP route " + route);
            };
        }

        private Result rooms(Context context) {
            return Results.elements(context, roomWriter, controller.rooms());
        }

        private Result lists(Context context) {
            return Results.later(controller.lists(), value -> Results.elements(context, roomListWriter, value));
        }

        private Result texts(Context context) {
            return Results.elements(context, stringWriter, controller.texts());
        }
    }
}

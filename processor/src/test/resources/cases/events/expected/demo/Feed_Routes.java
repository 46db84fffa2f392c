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
 * Routes of {@link Feed}.
 */
@Generated("io.jetalyst.processor.JetalystProcessor")
public final class Feed_Routes implements RouteTable {
    private static final List<Route> ROUTES = List.of(
            Route.http(HttpMethod.GET, "/feed/edits", "Feed.edits").produces("text/event-stream"),
            Route.http(HttpMethod.GET, "/feed/lists", "Feed.lists").produces("text/event-stream"),
            Route.http(HttpMethod.GET, "/feed/replies", "Feed.replies").produces("text/event-stream"),
            Route.http(HttpMethod.GET, "/feed/texts", "Feed.texts").produces("text/event-stream"));

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
        return new Calls(new Feed(), bindings);
    }

    private static final class Calls implements Invoker {
        private final Feed controller;
        private final BodyWriter<Feed.Edit> editWriter;
        private final BodyWriter<List<Feed.Edit>> editListWriter;

        Calls(Feed controller, Bindings bindings) {
            this.controller = controller;
            this.editWriter = bindings.jsonWriter(Feed.Edit.class);
            this.editListWriter = bindings.jsonWriter(Types.of(List.class, Feed.Edit.class));
        }

        @Override
        public Result call(int route, Context context) {
            return switch (route) {
                case 0 -> edits(context);
                case 1 -> lists(context);
                case 2 -> replies(context);
                case 3 -> texts(context);
                default -> throw new IllegalArgumentException("no HTTP route " + route);
            };
        }

        private Result edits(Context context) {
            return Results.events(context, editWriter, controller.edits());
        }

        private Result lists(Context context) {
            return Results.later(controller.lists(), value -> Results.optional(value, found -> Results.events(context, editListWriter, found)));
        }

        private Result replies(Context context) {
            return Results.reply(controller.replies(), content -> Results.events(context, Results::utf8, content));
        }

        private Result texts(Context context) {
            return Results.events(context, Results::utf8, controller.texts());
        }
    }
}

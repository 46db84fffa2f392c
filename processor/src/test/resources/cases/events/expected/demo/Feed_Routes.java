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
 * Routes of {@link Feed}.
 */
@Generated("io.jetalyst.processor.JetalystProcessor")
public final class Feed_Routes implements RouteTable, JsonTypes {
    @Override
    public int format() {
        return 1;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("/feed/edits", "Feed.edits").produces("text/event-stream"),
                Route.get("/feed/lists", "Feed.lists").produces("text/event-stream"),
                Route.get("/feed/replies", "Feed.replies").produces("text/event-stream"),
                Route.get("/feed/texts", "Feed.texts").produces("text/event-stream"));
    }

    @Override
    public List<JsonShape> shapes() {
        return List.of(
                JsonShape.record(Feed.Edit.class).required("number", "text"));
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
                case 0 -> Results.events(context, editWriter, controller.edits());
                case 1 -> Results.later(controller.lists(), value -> Results.optional(value, found -> Results.events(context, editListWriter, found)));
                case 2 -> Results.reply(controller.replies(), content -> Results.events(context, Results::utf8, content));
                case 3 -> Results.events(context, Results::utf8, controller.texts());
                default -> throw new IllegalArgumentException("no HTTP route " + route);
            };
        }
    }
}

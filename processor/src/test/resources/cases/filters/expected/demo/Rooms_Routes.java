package demo;

import io.jetalyst.filter.Context;
import io.jetalyst.http.Result;
import io.jetalyst.route.Route;
import io.jetalyst.route.RouteAnnotation;
import io.jetalyst.socket.WebSocketHandshake;
import io.jetalyst.support.Results;
import io.jetalyst.table.Bindings;
import io.jetalyst.table.FilterFactory;
import io.jetalyst.table.Invoker;
import io.jetalyst.table.RouteTable;
import java.util.List;
import javax.annotation.processing.Generated;
import other.Members;

/**
 * Routes of {@link Rooms}.
 */
@Generated("io.jetalyst.processor.JetalystProcessor")
@SuppressWarnings("deprecation")
public final class Rooms_Routes implements RouteTable {
    @Override
    public int format() {
        return 1;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("/inherited", "Rooms.inherited").produces("text/plain")
                        .filtered(Members.class, Rooms.First.class, Audit.class, Limit.class)
                        .annotated(RouteAnnotation.of("demo.Limited").with("perMinute", "7"))
                        .annotated(RouteAnnotation.of("demo.Audited").with("value", "inherited")),
                Route.get("/room", "Rooms.page").produces("text/plain")
                        .filtered(Members.class, Rooms.First.class),
                Route.socket("/room", "Rooms.join")
                        .filtered(Members.class, Rooms.First.class, Audit.class, Limit.class, Rooms.Second.class)
                        .annotated(RouteAnnotation.of("demo.Audited").with("value", "general"))
                        .annotated(RouteAnnotation.of("demo.Limited").with("perMinute", "60")));
    }

    @Override
    @SuppressWarnings("unchecked")
    public List<FilterFactory> filters() {
        return List.of(
                FilterFactory.of(Members.class, bindings -> new Members(bindings.get(Thread.class))),
                FilterFactory.of(Rooms.First.class, bindings -> new Rooms.First()),
                FilterFactory.of(Audit.class, bindings -> new Audit(bindings.get(StringBuilder.class), bindings.get(List.class))),
                FilterFactory.of(Limit.class, bindings -> new Limit()),
                FilterFactory.of(Rooms.Second.class, bindings -> new Rooms.Second()));
    }

    @Override
    public Invoker bind(Bindings bindings) {
        return new Calls(new Rooms());
    }

    private static final class Calls implements Invoker {
        private final Rooms controller;

        Calls(Rooms controller) {
            this.controller = controller;
        }

        @Override
        public Result call(int route, Context context) {
            return switch (route) {
                case 0 -> Results.text(controller.inherited());
                case 1 -> Results.text(controller.page());
                default -> throw new IllegalArgumentException("no HTTP route " + route);
            };
        }

        @Override
        public boolean connect(int route, Context context, WebSocketHandshake handshake) {
            return switch (route) {
                case 2 -> controller.join(handshake);
                default -> throw new IllegalArgumentException("no socket route " + route);
            };
        }
    }
}

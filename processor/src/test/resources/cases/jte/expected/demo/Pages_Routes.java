package demo;

import io.jetalyst.filter.Context;
import io.jetalyst.http.Result;
import io.jetalyst.route.Route;
import io.jetalyst.support.Results;
import io.jetalyst.table.Bindings;
import io.jetalyst.table.Invoker;
import io.jetalyst.table.RouteTable;
import io.jetalyst.views.jte.JteViews;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * Routes of {@link Pages}.
 */
@Generated("io.jetalyst.processor.JetalystProcessor")
public final class Pages_Routes implements RouteTable {
    @Override
    public int format() {
        return 1;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("/lobby", "Pages.lobby").produces("text/html"),
                Route.get("/page", "Pages.page").produces("text/html"),
                Route.get("/perhaps", "Pages.perhaps").produces("text/html"));
    }

    @Override
    public Invoker bind(Bindings bindings) {
        bindings.requireClass(JteViews.class);
        return new Calls(new Pages(bindings.get(Pages.StaticTemplates.class)));
    }

    private static final class Calls implements Invoker {
        private final Pages controller;

        Calls(Pages controller) {
            this.controller = controller;
        }

        @Override
        public Result call(int route, Context context) {
            return switch (route) {
                case 0 -> Results.view(JteViews.view(controller.lobby()));
                case 1 -> Results.view(JteViews.view(controller.page()));
                case 2 -> Results.later(controller.perhaps(), value -> Results.optional(value, found -> Results.view(JteViews.view(found))));
                default -> throw new IllegalArgumentException("no HTTP route " + route);
            };
        }
    }
}

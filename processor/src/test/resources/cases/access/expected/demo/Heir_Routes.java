package demo;

import io.jetalyst.filter.Context;
import io.jetalyst.http.Result;
import io.jetalyst.route.Route;
import io.jetalyst.support.Results;
import io.jetalyst.table.Bindings;
import io.jetalyst.table.Invoker;
import io.jetalyst.table.RouteTable;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * Routes of {@link Heir}.
 */
@Generated("io.jetalyst.processor.JetalystProcessor")
public final class Heir_Routes implements RouteTable {
    @Override
    public int format() {
        return 1;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("/inherited", "Heir.inherited").produces("text/plain").denyAll(),
                Route.get("/open", "Heir.open").produces("text/plain").permitAll(),
                Route.delete("/overridden", "Heir.overridden")
                        .rolesAllowed("admin"),
                Route.put("/replaced", "Heir.replaced").permitAll());
    }

    @Override
    public Invoker bind(Bindings bindings) {
        return new Calls(new Heir());
    }

    private static final class Calls implements Invoker {
        private final Heir controller;

        Calls(Heir controller) {
            this.controller = controller;
        }

        @Override
        public Result call(int route, Context context) {
            return switch (route) {
                case 0 -> Results.text(controller.inherited());
                case 1 -> Results.text(controller.open());
                case 2 -> {
                    controller.overridden();
                    yield Results.none();
                }
                case 3 -> {
                    controller.replaced();
                    yield Results.none();
                }
                default -> throw new IllegalArgumentException("no HTTP route " + route);
            };
        }
    }
}

package demo.inner;

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
 * Routes of {@link Undeclared}.
 */
@Generated("io.jetalyst.processor.JetalystProcessor")
public final class Undeclared_Routes implements RouteTable {
    @Override
    public int format() {
        return 1;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("/home", "Undeclared.home").produces("text/plain"),
                Route.get("/me", "Undeclared.me").produces("text/plain").identified().readIdentity());
    }

    @Override
    public Invoker bind(Bindings bindings) {
        return new Calls(new Undeclared());
    }

    private static final class Calls implements Invoker {
        private final Undeclared controller;

        Calls(Undeclared controller) {
            this.controller = controller;
        }

        @Override
        public Result call(int route, Context context) {
            return switch (route) {
                case 0 -> Results.text(controller.home());
                case 1 -> Results.text(controller.me(context.identity().orElseThrow()));
                default -> throw new IllegalArgumentException("no HTTP route " + route);
            };
        }
    }
}

package demo;

import io.jetalyst.filter.Context;
import io.jetalyst.http.Result;
import io.jetalyst.route.Route;
import io.jetalyst.support.Converters;
import io.jetalyst.support.Params;
import io.jetalyst.support.Results;
import io.jetalyst.table.Bindings;
import io.jetalyst.table.Invoker;
import io.jetalyst.table.RouteTable;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.annotation.processing.Generated;

/**
 * Routes of {@link Reports}.
 */
@Generated("io.jetalyst.processor.JetalystProcessor")
public final class Reports_Routes implements RouteTable {
    @Override
    public int format() {
        return 1;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("/report", "Reports.report").produces("text/plain"));
    }

    @Override
    public Invoker bind(Bindings bindings) {
        return new Calls(new Reports());
    }

    private static final class Calls implements Invoker {
        private final Reports controller;

        Calls(Reports controller) {
            this.controller = controller;
        }

        @Override
        public Result call(int route, Context context) {
            Params params = Params.of(context);
            return switch (route) {
                case 0 -> {
                    String userAgent = params.header("User-Agent").toText();
                    UUID xRequestId = params.header("X-Request-Id").to(Converters.UUID);
                    int hops = params.header("Max-Forwards").or("10").toInt();
                    Optional<String> etag = params.header("Etag").optional(Converters.TEXT);
                    params.check();
                    yield Results.text(controller.report(userAgent, xRequestId, hops, etag));
                }
                default -> throw new IllegalArgumentException("no HTTP route " + route);
            };
        }
    }
}

package demo;

import io.jetalyst.filter.Context;
import io.jetalyst.http.Result;
import io.jetalyst.route.CorsRule;
import io.jetalyst.route.Route;
import io.jetalyst.support.Results;
import io.jetalyst.table.Bindings;
import io.jetalyst.table.Invoker;
import io.jetalyst.table.RouteTable;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * Routes of {@link Maps}.
 */
@Generated("io.jetalyst.processor.JetalystProcessor")
public final class Maps_Routes implements RouteTable {
    @Override
    public int format() {
        return 1;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("/embedded", "Maps.embedded").produces("text/plain").contentSecurityPolicy("frame-ancestors https://*.partner.example:8443 [::1]:*; sandbox allow-scripts")
                        .allowOrigins(CorsRule.of("*")),
                Route.get("/map", "Maps.map").produces("text/plain")
                        .allowOrigins(CorsRule.of("*")).contentSecurityPolicy("img-src 'self' data:; script-src 'self' 'sha256-AAAA='"),
                Route.put("/map", "Maps.change")
                        .allowOrigins(CorsRule.of("https://app.example", "http://[::1]:8080").credentials().permitHeaders().exposeHeaders("ETag").maxAge(60)).contentSecurityPolicy("img-src 'self' data:; script-src 'self' 'sha256-AAAA='"));
    }

    @Override
    public Invoker bind(Bindings bindings) {
        return new Calls(new Maps());
    }

    private static final class Calls implements Invoker {
        private final Maps controller;

        Calls(Maps controller) {
            this.controller = controller;
        }

        @Override
        public Result call(int route, Context context) {
            return switch (route) {
                case 0 -> Results.text(controller.embedded());
                case 1 -> Results.text(controller.map());
                case 2 -> {
                    controller.change();
                    yield Results.none();
                }
                default -> throw new IllegalArgumentException("no HTTP route " + route);
            };
        }
    }
}

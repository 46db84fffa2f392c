package demo;

import io.jetalyst.filter.Context;
import io.jetalyst.http.HttpMethod;
import io.jetalyst.http.Result;
import io.jetalyst.route.Route;
import io.jetalyst.route.RouteAnnotation;
import io.jetalyst.socket.WebSocketHandshake;
import io.jetalyst.support.Params;
import io.jetalyst.support.Results;
import io.jetalyst.table.Bindings;
import io.jetalyst.table.Invoker;
import io.jetalyst.table.RouteTable;
import io.jetalyst.validate.Validation;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * Routes of {@link Invoices}.
 */
@Generated("io.jetalyst.processor.JetalystProcessor")
public final class Invoices_Routes implements RouteTable {
    private static final List<Route> ROUTES = List.of(
            Route.http(HttpMethod.GET, "/invoices", "Invoices.list").produces("text/plain")
                    .annotated(RouteAnnotation.of("jakarta.annotation.security.RolesAllowed").with("value", "clerk", "admin")),
            Route.http(HttpMethod.POST, "/invoices", "Invoices.create").nonBlocking()
                    .annotated(RouteAnnotation.of("jakarta.annotation.security.RolesAllowed").with("value", "admin"))
                    .annotated(RouteAnnotation.of("demo.Audited").with("days", "1", "2").with("level", "HIGH").with("types", "java.lang.String", "java.util.Map.Entry").with("value", "billing")),
            Route.http(HttpMethod.DELETE, "/invoices", "Invoices.clear")
                    .annotated(RouteAnnotation.of("demo.Audited").with("days", "1", "2").with("level", "LOW").with("types").with("value", "override"))
                    .annotated(RouteAnnotation.of("jakarta.annotation.security.RolesAllowed").with("value", "owner")),
            Route.socket("/invoices", "Invoices.watch")
                    .annotated(RouteAnnotation.of("jakarta.annotation.security.RolesAllowed").with("value", "clerk", "admin")));

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
        return new Calls(new Invoices(), bindings);
    }

    private static final class Calls implements Invoker {
        private final Invoices controller;
        private final Validation<Invoices_Constraints.ListPage> listPageValidation;

        Calls(Invoices controller, Bindings bindings) {
            this.controller = controller;
            this.listPageValidation = bindings.validation(Invoices_Constraints.ListPage.class);
        }

        @Override
        public Result call(int route, Context context) {
            return switch (route) {
                case 0 -> list(context);
                case 1 -> create(context);
                case 2 -> clear(context);
                default -> throw new IllegalArgumentException("no HTTP route " + route);
            };
        }

        @Override
        public boolean connect(int route, Context context, WebSocketHandshake handshake) {
            return switch (route) {
                case 3 -> watch(context, handshake);
                default -> throw new IllegalArgumentException("no socket route " + route);
            };
        }

        private Result list(Context context) {
            Params params = Params.of(context);
            int page = params.query("page").toInt();
            params.validate(listPageValidation, "query", "page", new Invoices_Constraints.ListPage(page));
            params.check();
            return Results.text(controller.list(page));
        }

        private Result create(Context context) {
            controller.create();
            return Results.none();
        }

        private Result clear(Context context) {
            controller.clear();
            return Results.none();
        }

        private boolean watch(Context context, WebSocketHandshake handshake) {
            return controller.watch(handshake);
        }
    }
}

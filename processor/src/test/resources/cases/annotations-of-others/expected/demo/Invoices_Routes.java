package demo;

import io.jetalyst.filter.Context;
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
    @Override
    public int format() {
        return 1;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("/invoices", "Invoices.list").produces("text/plain")
                        .rolesAllowed("clerk", "admin"),
                Route.post("/invoices", "Invoices.create")
                        .rolesAllowed("admin").nonBlocking()
                        .annotated(RouteAnnotation.of("demo.Audited").with("days", "1", "2").with("level", "HIGH").with("types", "java.lang.String", "java.util.Map.Entry").with("value", "billing")),
                Route.delete("/invoices", "Invoices.clear")
                        .rolesAllowed("owner")
                        .annotated(RouteAnnotation.of("demo.Audited").with("days", "1", "2").with("level", "LOW").with("types").with("value", "override")),
                Route.socket("/invoices", "Invoices.watch")
                        .rolesAllowed("clerk", "admin"));
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
            Params params = Params.of(context);
            return switch (route) {
                case 0 -> {
                    int page = params.query("page").toInt();
                    params.validate(listPageValidation, "query", "page", new Invoices_Constraints.ListPage(page));
                    params.check();
                    yield Results.text(controller.list(page));
                }
                case 1 -> {
                    controller.create();
                    yield Results.none();
                }
                case 2 -> {
                    controller.clear();
                    yield Results.none();
                }
                default -> throw new IllegalArgumentException("no HTTP route " + route);
            };
        }

        @Override
        public boolean connect(int route, Context context, WebSocketHandshake handshake) {
            return switch (route) {
                case 3 -> controller.watch(handshake);
                default -> throw new IllegalArgumentException("no socket route " + route);
            };
        }
    }
}

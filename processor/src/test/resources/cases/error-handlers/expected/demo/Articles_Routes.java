package demo;

import io.jetalyst.filter.Context;
import io.jetalyst.http.HttpMethod;
import io.jetalyst.http.Result;
import io.jetalyst.route.Route;
import io.jetalyst.support.Results;
import io.jetalyst.table.Bindings;
import io.jetalyst.table.ErrorHandler;
import io.jetalyst.table.Invoker;
import io.jetalyst.table.RouteTable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * Routes of {@link Articles}.
 */
@Generated("io.jetalyst.processor.JetalystProcessor")
public final class Articles_Routes implements RouteTable {
    private static final List<Route> ROUTES = List.of(
            Route.http(HttpMethod.GET, "/articles", "Articles.list").produces("text/plain"),
            Route.http(HttpMethod.POST, "/articles", "Articles.create").produces("text/plain"),
            Route.http(HttpMethod.POST, "/articles/check", "Articles.check"));

    private static final List<ErrorHandler> ERRORS = List.of(
            ErrorHandler.of(Articles.Locked.class, "Articles.locked").nonBlocking(),
            ErrorHandler.of(IOException.class, "Articles.failed"),
            ErrorHandler.of(IllegalStateException.class, "Articles.failed"),
            ErrorHandler.of(FileNotFoundException.class, "Articles.gone"));

    @Override
    public int format() {
        return 1;
    }

    @Override
    public List<Route> routes() {
        return ROUTES;
    }

    @Override
    public List<ErrorHandler> errorHandlers() {
        return ERRORS;
    }

    @Override
    public Invoker bind(Bindings bindings) {
        return new Calls(new Articles());
    }

    private static final class Calls implements Invoker {
        private final Articles controller;

        Calls(Articles controller) {
            this.controller = controller;
        }

        @Override
        public Result call(int route, Context context) throws Exception {
            return switch (route) {
                case 0 -> list(context);
                case 1 -> create(context);
                case 2 -> check(context);
                default -> throw new IllegalArgumentException("no HTTP route " + route);
            };
        }

        private Result list(Context context) throws Exception {
            return Results.text(controller.list());
        }

        private Result create(Context context) {
            return Results.status(201, Results.text(controller.create()));
        }

        private Result check(Context context) {
            return Results.status(202, Results.later(controller.check(), Results::none));
        }

        @Override
        public Result recover(int handler, Throwable failure, Context context) throws Exception {
            return switch (handler) {
                case 0 -> locked(failure, context);
                case 1, 2 -> failed(failure, context);
                case 3 -> gone(failure, context);
                default -> throw new IllegalArgumentException("no error handler " + handler);
            };
        }

        private Result locked(Throwable failure, Context context) {
            return Results.status(409, Results.produced(context, Results.text(controller.locked((Articles.Locked) failure)), "text/plain", "text/markdown"));
        }

        private Result failed(Throwable failure, Context context) {
            return Results.reply(controller.failed(context.request(), failure), Results::text);
        }

        private Result gone(Throwable failure, Context context) throws Exception {
            controller.gone();
            return Results.status(410, Results.none());
        }
    }
}

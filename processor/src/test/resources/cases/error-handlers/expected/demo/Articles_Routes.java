package demo;

import io.jetalyst.filter.Context;
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
    @Override
    public int format() {
        return 1;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("/articles", "Articles.list").produces("text/plain"),
                Route.post("/articles", "Articles.create").produces("text/plain"),
                Route.post("/articles/check", "Articles.check"));
    }

    @Override
    public List<ErrorHandler> errorHandlers() {
        return List.of(
                ErrorHandler.of(Articles.Locked.class, "Articles.locked").nonBlocking(),
                ErrorHandler.of(IOException.class, "Articles.failed"),
                ErrorHandler.of(IllegalStateException.class, "Articles.failed"),
                ErrorHandler.of(FileNotFoundException.class, "Articles.gone"));
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
                case 0 -> Results.text(controller.list());
                case 1 -> Results.status(201, Results.text(controller.create()));
                case 2 -> Results.status(202, Results.later(controller.check(), Results::none));
                default -> throw new IllegalArgumentException("no HTTP route " + route);
            };
        }

        @Override
        public Result recover(int handler, Throwable failure, Context context) throws Exception {
            return switch (handler) {
                case 0 -> Results.status(409, Results.produced(context, Results.text(controller.locked((Articles.Locked) failure)), "text/plain", "text/markdown"));
                case 1, 2 -> Results.reply(controller.failed(context.request(), failure), Results::text);
                case 3 -> {
                    controller.gone();
                    yield Results.status(410, Results.none());
                }
                default -> throw new IllegalArgumentException("no error handler " + handler);
            };
        }
    }
}

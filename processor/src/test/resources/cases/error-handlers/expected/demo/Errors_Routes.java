package demo;

import io.jetalyst.filter.Context;
import io.jetalyst.http.HttpProblem;
import io.jetalyst.http.Result;
import io.jetalyst.route.Route;
import io.jetalyst.socket.Topics;
import io.jetalyst.support.Results;
import io.jetalyst.table.Bindings;
import io.jetalyst.table.ErrorHandler;
import io.jetalyst.table.Invoker;
import io.jetalyst.table.RouteTable;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * Routes of {@link Errors}.
 */
@Generated("io.jetalyst.processor.JetalystProcessor")
public final class Errors_Routes implements RouteTable {
    @Override
    public int format() {
        return 1;
    }

    @Override
    public List<Route> routes() {
        return List.of();
    }

    @Override
    public List<ErrorHandler> errorHandlers() {
        return List.of(
                ErrorHandler.of(HttpProblem.class, "Errors.problem").global());
    }

    @Override
    public Invoker bind(Bindings bindings) {
        return new Calls(new Errors(bindings.get(Topics.class)));
    }

    private static final class Calls implements Invoker {
        private final Errors controller;

        Calls(Errors controller) {
            this.controller = controller;
        }

        @Override
        public Result recover(int handler, Throwable failure, Context context) {
            return switch (handler) {
                case 0 -> Results.response(controller.problem((HttpProblem) failure));
                default -> throw new IllegalArgumentException("no error handler " + handler);
            };
        }
    }
}

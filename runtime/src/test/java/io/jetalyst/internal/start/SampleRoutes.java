package io.jetalyst.internal.start;

import io.jetalyst.filter.Context;
import io.jetalyst.http.HttpMethod;
import io.jetalyst.http.Result;
import io.jetalyst.route.Route;
import io.jetalyst.socket.WebSocketHandshake;
import io.jetalyst.table.Bindings;
import io.jetalyst.table.Invoker;
import io.jetalyst.table.RouteTable;
import java.util.List;
import java.util.function.Consumer;

/** A table of one route, which nobody calls. */
record SampleRoutes(Route route, int format, Consumer<Bindings> constructor) implements RouteTable, Invoker {
    /** A table with a {@code GET} route. */
    static RouteTable table(String path, Consumer<Bindings> constructor) {
        return new SampleRoutes(get(path), RouteTable.FORMAT, constructor);
    }

    static Route get(String path) {
        return Route.http(HttpMethod.GET, path, "Sample.get");
    }

    @Override
    public List<Route> routes() {
        return List.of(route);
    }

    @Override
    public Invoker bind(Bindings bindings) {
        constructor.accept(bindings);
        return this;
    }

    @Override
    public Result call(int route, Context context) {
        throw new AssertionError("nobody calls");
    }

    @Override
    public boolean connect(int route, Context context, WebSocketHandshake handshake) {
        throw new AssertionError("nobody calls");
    }
}

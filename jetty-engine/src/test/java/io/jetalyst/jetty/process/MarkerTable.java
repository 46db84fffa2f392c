package io.jetalyst.jetty.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.jetalyst.filter.Context;
import io.jetalyst.http.HttpMethod;
import io.jetalyst.http.Result;
import io.jetalyst.route.BodyRule;
import io.jetalyst.route.Route;
import io.jetalyst.support.Params;
import io.jetalyst.support.Results;
import io.jetalyst.table.Bindings;
import io.jetalyst.table.Invoker;
import io.jetalyst.table.RouteTable;
import java.io.IOException;
import java.util.List;

/** Returns the markers of a {@link MarkedRequest}. */
public record MarkerTable() implements RouteTable, Invoker {
    @Override
    public int format() {
        return FORMAT;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.http(HttpMethod.POST, "/echo/{path}", "Markers.echo").body(BodyRule.whole()),
                Route.http(HttpMethod.POST, "/form/{path}", "Markers.form").body(BodyRule.upload()));
    }

    @Override
    public Invoker bind(Bindings bindings) {
        return this;
    }

    @Override
    public Result call(int route, Context context) throws IOException {
        Params params = Params.of(context);
        String content = route == 0
                ? params.text()
                : params.form("field").toText() + " "
                        + new String(params.file("file").bytes(1_000_000), UTF_8);
        String path = params.path(0, "path").toText();
        String query = params.query("query").toText();
        String field = params.header("X-Marker").toText();
        String cookie = params.cookie("cookie").toText();
        params.check();
        return Results.text(String.join(" ", path, query, field, cookie, content));
    }
}

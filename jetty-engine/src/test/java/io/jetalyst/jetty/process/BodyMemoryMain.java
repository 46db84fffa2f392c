package io.jetalyst.jetty.process;

import io.jetalyst.App;
import io.jetalyst.filter.Context;
import io.jetalyst.http.HttpMethod;
import io.jetalyst.http.Result;
import io.jetalyst.jetty.TestTable;
import io.jetalyst.route.BodyRule;
import io.jetalyst.route.Route;
import io.jetalyst.support.Params;
import io.jetalyst.support.Results;
import java.util.List;

/** Reads texts and forms as a whole, in the small heap of {@link BodyMemoryTest}. */
public final class BodyMemoryMain {
    private BodyMemoryMain() {}

    public static void main(String[] args) {
        App.builder().args(args).mount(new Table()).build().run();
    }

    private static final class Table implements TestTable {
        @Override
        public List<Route> routes() {
            return List.of(
                    Route.http(HttpMethod.POST, "/text", "Test.text").body(BodyRule.whole()),
                    Route.http(HttpMethod.POST, "/form", "Test.form").body(BodyRule.form()));
        }

        @Override
        public Result call(int route, Context context) throws Exception {
            Params params = Params.of(context);
            String text = route == 0 ? params.text() : params.form("text").toText();
            params.check();
            return Results.text("" + text.length());
        }
    }
}

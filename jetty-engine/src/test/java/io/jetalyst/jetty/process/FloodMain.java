package io.jetalyst.jetty.process;

import io.jetalyst.App;
import io.jetalyst.filter.Context;
import io.jetalyst.http.HttpMethod;
import io.jetalyst.http.Result;
import io.jetalyst.jetty.TestTable;
import io.jetalyst.route.Route;
import io.jetalyst.support.Results;
import java.util.List;

/** The application of {@link FloodTest}. */
public final class FloodMain {
    static final int LARGE_BYTES = 200_000;

    private FloodMain() {}

    public static void main(String[] args) {
        App.builder().args("--port=0").mount(new Table()).build().run();
    }

    private record Table() implements TestTable {
        @Override
        public List<Route> routes() {
            return List.of(
                    Route.http(HttpMethod.GET, "/small", "Flood.small"),
                    Route.http(HttpMethod.GET, "/large", "Flood.large"),
                    Route.http(HttpMethod.GET, "/heap", "Flood.heap"),
                    Route.http(HttpMethod.GET, "/fails", "Flood.fails"));
        }

        @Override
        public Result call(int route, Context context) {
            return switch (route) {
                case 0 -> Results.text("small");
                case 1 -> Results.text("x".repeat(LARGE_BYTES));
                case 2 -> Results.text("" + usedBytes());
                default -> throw new IllegalStateException("fails");
            };
        }

        private static long usedBytes() {
            System.gc();
            return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        }
    }
}

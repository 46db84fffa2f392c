package io.jetalyst.jetty.process;

import io.jetalyst.App;
import io.jetalyst.filter.Context;
import io.jetalyst.http.HttpMethod;
import io.jetalyst.http.MediaType;
import io.jetalyst.http.Response;
import io.jetalyst.http.Result;
import io.jetalyst.jetty.TestTable;
import io.jetalyst.route.BodyRule;
import io.jetalyst.route.Route;
import io.jetalyst.support.Params;
import io.jetalyst.support.Results;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.util.List;

/** Takes and sends bodies of any length, and says how many threads and how much memory that takes. */
public final class CrowdMain {
    /** The length of the download. */
    static final long DOWNLOAD_BYTES = 4L << 30;

    /** A page that uploads 5 MB a hundred times to a route that refuses at once, and reports what it has seen. */
    private static final String PAGE = """
            <!doctype html><title>Uploads</title><p>They are running.</p>
            <script>
            (async () => {
                const body = new Uint8Array(5000000), seen = {};
                for (let i = 0; i < 100; i++) {
                    let result;
                    try {
                        const response = await fetch('/refused', {method: 'POST', body});
                        result = response.status + ' ' + (await response.text()).length;
                    } catch (failure) {
                        result = failure;
                    }
                    seen[result] = (seen[result] || 0) + 1;
                }
                await fetch('/done?seen=' + encodeURIComponent(JSON.stringify(seen)));
            })();
            </script>
            """;

    private CrowdMain() {}

    public static void main(String[] args) {
        App.builder()
                .args("--port=0")
                .args(args)
                .mount(new Table(), new MarkerTable())
                .build()
                .run();
    }

    private record Table() implements TestTable {
        @Override
        public List<Route> routes() {
            return List.of(
                    Route.http(HttpMethod.POST, "/whole", "Test.whole").body(BodyRule.whole()),
                    Route.http(HttpMethod.POST, "/stream", "Test.stream").body(BodyRule.stream()),
                    Route.http(HttpMethod.GET, "/download", "Test.download"),
                    Route.http(HttpMethod.GET, "/state", "Test.state").nonBlocking(),
                    Route.http(HttpMethod.POST, "/refused", "Test.refused")
                            .body(BodyRule.whole().atMost(10)),
                    Route.http(HttpMethod.GET, "/page", "Test.page"),
                    Route.http(HttpMethod.GET, "/done", "Test.done"));
        }

        @Override
        public Result call(int route, Context context) throws IOException {
            Params params = Params.of(context);
            return switch (route) {
                case 0, 4 -> Results.text("" + params.bytes().length);
                case 1 -> Results.text("" + params.stream().transferTo(OutputStream.nullOutputStream()));
                case 2 -> Response.stream(MediaType.OCTET_STREAM, new Zeros(DOWNLOAD_BYTES));
                case 3 -> Results.text(state());
                case 6 -> print(params.query("seen").toText());
                default ->
                    Response.text(PAGE)
                            .header("Content-Type", "text/html;charset=utf-8")
                            .header("Content-Security-Policy", "script-src 'unsafe-inline'");
            };
        }

        private static Result print(String seen) {
            System.out.println(seen);
            return Results.text("ok");
        }

        /** Threads, and bytes of the heap that are in use after a collection. */
        private static String state() {
            System.gc();
            return ManagementFactory.getThreadMXBean().getThreadCount() + " "
                    + ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        }
    }
}

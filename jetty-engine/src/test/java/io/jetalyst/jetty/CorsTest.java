package io.jetalyst.jetty;

import io.jetalyst.App;
import io.jetalyst.RunningApp;
import io.jetalyst.contract.engine.Answer;
import io.jetalyst.contract.engine.ContractClient;
import io.jetalyst.filter.Context;
import io.jetalyst.http.Cookie;
import io.jetalyst.http.Deferred;
import io.jetalyst.http.EntityTag;
import io.jetalyst.http.HttpProblem;
import io.jetalyst.http.Response;
import io.jetalyst.http.Result;
import io.jetalyst.http.Status;
import io.jetalyst.route.CorsRule;
import io.jetalyst.route.Route;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.AfterEach;

/** A server with rules for pages of other origins, and its clients. */
abstract class CorsTest {
    static final String PAGE = "https://app.example";
    static final String ALLOW_ORIGIN = "access-control-allow-origin";
    private static final Executor LATER = task -> new Thread(task).start();

    private RunningApp app;

    final void start(String... settings) {
        app = App.builder()
                .args("--port=0")
                .args(settings)
                .filter((context, next) -> {
                    if (context.request().header("X-Refused").isPresent()) {
                        throw HttpProblem.of(Status.UNAUTHORIZED, "The filter refuses this request.");
                    }
                    return next.proceed();
                })
                .mount(new Table())
                .build()
                .start();
    }

    @AfterEach
    final void stop() {
        app.close();
    }

    final Answer send(boolean http2, String method, String path, String... fields) throws Exception {
        try (ContractClient client =
                http2 ? new Http2Client(app.port(), () -> {}) : new Http1Client(app.port(), () -> {})) {
            return client.call(method, path, 0, fields).await();
        }
    }

    final Answer preflight(boolean http2, String path, String origin, String method, String... more) throws Exception {
        String[] fields = new String[4 + more.length];
        System.arraycopy(new String[] {"origin", origin, "access-control-request-method", method}, 0, fields, 0, 4);
        System.arraycopy(more, 0, fields, 4, more.length);
        return send(http2, "OPTIONS", path, fields);
    }

    static List<String> allowing(Answer answer) {
        return answer.headers().keySet().stream()
                .filter(name -> name.startsWith("access-control-"))
                .toList();
    }

    static boolean varies(Answer answer) {
        return answer.headers().getOrDefault("vary", List.of()).stream()
                .anyMatch(value -> List.of(value.split(", ?")).contains("Origin"));
    }

    private static final class Table implements TestTable {
        private static final CorsRule RULE = CorsRule.of(PAGE)
                .credentials()
                .permitHeaders("Content-Type", "X-Token")
                .exposeHeaders("ETag");

        @Override
        public List<Route> routes() {
            return List.of(
                    Route.get("/orders", "Orders.list").allowOrigins(RULE),
                    Route.put("/orders", "Orders.change").allowOrigins(RULE),
                    Route.delete("/orders", "Orders.remove"),
                    Route.get("/failing", "Orders.fail").allowOrigins(RULE),
                    Route.get("/problem", "Orders.find").allowOrigins(RULE),
                    Route.get("/deferred", "Orders.later").allowOrigins(RULE),
                    Route.get("/late", "Orders.failLater").allowOrigins(RULE),
                    Route.get("/own", "Orders.own").allowOrigins(RULE),
                    Route.get("/private", "Orders.hidden"),
                    Route.get("/public", "Orders.all").allowOrigins(CorsRule.of("*")),
                    Route.post("/public", "Orders.add").allowOrigins(CorsRule.of("*")),
                    Route.get("/visit", "Visits.count").allowOrigins(CorsRule.of("*")),
                    Route.post("/visit", "Visits.add").allowOrigins(CorsRule.of(PAGE)),
                    Route.put("/visit", "Visits.set").allowOrigins(RULE),
                    Route.post("/callback", "Visits.callback")
                            .allowOrigins(CorsRule.of("*"))
                            .allowCrossSite(),
                    Route.socket("/socket", "Orders.socket"));
        }

        @Override
        public Result call(int route, Context context) {
            return switch (route) {
                case 3 -> throw new IllegalStateException("for the test");
                case 4 -> throw HttpProblem.notFound("No such order.");
                case 5 -> new Deferred(CompletableFuture.supplyAsync(() -> Response.text("later"), LATER));
                case 6 -> new Deferred(CompletableFuture.failedFuture(new IllegalStateException("for the test")));
                case 7 -> Response.text("own").header("Access-Control-Allow-Origin", "https://own.example");
                case 11, 12, 13, 14 -> Response.text("done").cookie(Cookie.of("visits", "1"));
                default -> Response.text("done").etag(EntityTag.of("v1"));
            };
        }
    }
}

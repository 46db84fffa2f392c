package io.jetalyst.jetty.process;

import io.jetalyst.filter.Context;
import io.jetalyst.http.HttpProblem;
import io.jetalyst.http.Response;
import io.jetalyst.http.Result;
import io.jetalyst.jetty.TestTable;
import io.jetalyst.route.CorsRule;
import io.jetalyst.route.Route;
import java.util.List;

/** Responses of all kinds, some of which the application lets caches keep. */
final class CachedTable implements TestTable {
    private static final String SHARED = "public, max-age=600";

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("/shared", "Cached.shared")
                        .allowOrigins(CorsRule.of("https://app.example", "https://other.example")),
                Route.get("/nonce", "Cached.nonce"),
                Route.get("/page", "Cached.page"),
                Route.get("/failure", "Cached.failure"),
                Route.get("/mistake", "Cached.mistake"),
                Route.get("/redirect", "Cached.redirect"),
                Route.get("/flash", "Cached.flash"),
                Route.post("/form", "Cached.form"));
    }

    @Override
    public Result call(int route, Context context) {
        return switch (route) {
            case 0 -> Response.text("shared ".repeat(400)).header("Cache-Control", SHARED);
            case 1 ->
                Response.html("<script nonce=" + context.request().nonce() + "></script>")
                        .header("Cache-Control", SHARED);
            case 2 ->
                Response.html("<a href=\"" + context.request().scheme() + "://"
                        + context.request().authority() + "\">");
            case 3 -> throw new IllegalStateException("for the test");
            case 4 -> throw HttpProblem.badRequest("A mistake.");
            case 5 -> Response.seeOther("/page");
            case 6 -> Response.text(context.flash().text().orElse("none")).header("Cache-Control", SHARED);
            default -> Response.seeOther("/flash").flash("for one user");
        };
    }
}

package demo;

import io.jetalyst.codec.BodyReader;
import io.jetalyst.codec.BodyWriter;
import io.jetalyst.filter.Context;
import io.jetalyst.http.HttpMethod;
import io.jetalyst.http.Result;
import io.jetalyst.route.BodyRule;
import io.jetalyst.route.Route;
import io.jetalyst.support.Params;
import io.jetalyst.support.Results;
import io.jetalyst.support.Types;
import io.jetalyst.table.Bindings;
import io.jetalyst.table.Invoker;
import io.jetalyst.table.RouteTable;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * Routes of {@link Articles}.
 */
@Generated("io.jetalyst.processor.JetalystProcessor")
public final class Articles_Routes implements RouteTable {
    private static final List<Route> ROUTES = List.of(
            Route.http(HttpMethod.GET, "/articles", "Articles.page").produces("text/html"),
            Route.http(HttpMethod.GET, "/articles", "Articles.list").produces("application/json"),
            Route.http(HttpMethod.GET, "/articles", "Articles.table").produces("text/csv", "text/tab-separated-values;header=present"),
            Route.http(HttpMethod.POST, "/articles", "Articles.create").body(BodyRule.json().consuming("application/json", "application/vnd.article+json")).produces("application/vnd.article+json"),
            Route.http(HttpMethod.POST, "/articles", "Articles.upload").body(BodyRule.whole().consuming("text/csv")),
            Route.http(HttpMethod.GET, "/articles/bytes", "Articles.bytes").produces("application/octet-stream"),
            Route.http(HttpMethod.GET, "/articles/file", "Articles.file"),
            Route.http(HttpMethod.GET, "/articles/image", "Articles.image").produces("image/png"),
            Route.http(HttpMethod.GET, "/articles/lines", "Articles.lines").produces("application/x-ndjson"),
            Route.http(HttpMethod.GET, "/articles/own", "Articles.own").produces("application/pdf"),
            Route.http(HttpMethod.GET, "/articles/parts", "Articles.parts").produces("application/octet-stream"),
            Route.http(HttpMethod.GET, "/articles/stream", "Articles.stream").produces("application/octet-stream"));

    @Override
    public int format() {
        return 1;
    }

    @Override
    public List<Route> routes() {
        return ROUTES;
    }

    @Override
    public Invoker bind(Bindings bindings) {
        return new Calls(new Articles(), bindings);
    }

    private static final class Calls implements Invoker {
        private final Articles controller;
        private final BodyReader<Article> articleReader;
        private final BodyWriter<List<Article>> articleListWriter;
        private final BodyWriter<Article> articleWriter;

        Calls(Articles controller, Bindings bindings) {
            this.controller = controller;
            this.articleReader = bindings.jsonReader(Article.class);
            this.articleListWriter = bindings.jsonWriter(Types.of(List.class, Article.class));
            this.articleWriter = bindings.jsonWriter(Article.class);
        }

        @Override
        public Result call(int route, Context context) {
            return switch (route) {
                case 0 -> page(context);
                case 1 -> list(context);
                case 2 -> table(context);
                case 3 -> create(context);
                case 4 -> upload(context);
                case 5 -> bytes(context);
                case 6 -> file(context);
                case 7 -> image(context);
                case 8 -> lines(context);
                case 9 -> own(context);
                case 10 -> parts(context);
                case 11 -> stream(context);
                default -> throw new IllegalArgumentException("no HTTP route " + route);
            };
        }

        private Result page(Context context) {
            return Results.produced(context, Results.view(controller.page()), "text/html");
        }

        private Result list(Context context) {
            return Results.json(articleListWriter, controller.list());
        }

        private Result table(Context context) {
            return Results.produced(context, Results.later(controller.table(), value -> Results.optional(value, Results::text)), "text/csv", "text/tab-separated-values;header=present");
        }

        private Result create(Context context) {
            Params params = Params.of(context);
            Article article = params.body(articleReader);
            params.check();
            return Results.status(201, Results.produced(context, Results.json(articleWriter, controller.create(article)), "application/vnd.article+json"));
        }

        private Result upload(Context context) {
            Params params = Params.of(context);
            String rows = params.text();
            params.check();
            controller.upload(rows);
            return Results.none();
        }

        private Result bytes(Context context) {
            return Results.bytes(controller.bytes());
        }

        private Result file(Context context) {
            return Results.reply(controller.file(), Results::file);
        }

        private Result image(Context context) {
            return Results.produced(context, Results.optional(controller.image(), Results::bytes), "image/png");
        }

        private Result lines(Context context) {
            return Results.elements(context, articleWriter, controller.lines(), "application/x-ndjson");
        }

        private Result own(Context context) {
            return Results.response(controller.own());
        }

        private Result parts(Context context) {
            return Results.parts(controller.parts());
        }

        private Result stream(Context context) {
            return Results.later(controller.stream(), Results::stream);
        }
    }
}

package demo;

import io.jetalyst.codec.BodyReader;
import io.jetalyst.codec.BodyWriter;
import io.jetalyst.codec.JsonShape;
import io.jetalyst.codec.JsonTypes;
import io.jetalyst.filter.Context;
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
public final class Articles_Routes implements RouteTable, JsonTypes {
    @Override
    public int format() {
        return 1;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("/articles", "Articles.page").produces("text/html"),
                Route.get("/articles", "Articles.list").produces("application/json"),
                Route.get("/articles", "Articles.table").produces("text/csv", "text/tab-separated-values;header=present"),
                Route.post("/articles", "Articles.create").body(BodyRule.json().consuming("application/json", "application/vnd.article+json")).produces("application/vnd.article+json"),
                Route.post("/articles", "Articles.upload").body(BodyRule.whole().consuming("text/csv")),
                Route.get("/articles/bytes", "Articles.bytes").produces("application/octet-stream"),
                Route.get("/articles/file", "Articles.file"),
                Route.get("/articles/image", "Articles.image").produces("image/png"),
                Route.get("/articles/lines", "Articles.lines").produces("application/x-ndjson"),
                Route.get("/articles/own", "Articles.own").produces("application/pdf"),
                Route.get("/articles/parts", "Articles.parts").produces("application/octet-stream"),
                Route.get("/articles/stream", "Articles.stream").produces("application/octet-stream"));
    }

    @Override
    public List<JsonShape> shapes() {
        return List.of(
                JsonShape.record(Article.class).required("title"));
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
            Params params = Params.of(context);
            return switch (route) {
                case 0 -> Results.produced(context, Results.view(controller.page()), "text/html");
                case 1 -> Results.json(articleListWriter, controller.list());
                case 2 -> Results.produced(context, Results.later(controller.table(), value -> Results.optional(value, Results::text)), "text/csv", "text/tab-separated-values;header=present");
                case 3 -> {
                    Article article = params.body(articleReader);
                    params.check();
                    yield Results.status(201, Results.produced(context, Results.json(articleWriter, controller.create(article)), "application/vnd.article+json"));
                }
                case 4 -> {
                    String rows = params.text();
                    params.check();
                    controller.upload(rows);
                    yield Results.none();
                }
                case 5 -> Results.bytes(controller.bytes());
                case 6 -> Results.reply(controller.file(), Results::file);
                case 7 -> Results.produced(context, Results.optional(controller.image(), Results::bytes), "image/png");
                case 8 -> Results.elements(context, articleWriter, controller.lines(), "application/x-ndjson");
                case 9 -> Results.response(controller.own());
                case 10 -> Results.parts(controller.parts());
                case 11 -> Results.later(controller.stream(), Results::stream);
                default -> throw new IllegalArgumentException("no HTTP route " + route);
            };
        }
    }
}

package demo;

import io.jetalyst.codec.BodyReader;
import io.jetalyst.codec.JsonShape;
import io.jetalyst.codec.JsonTypes;
import io.jetalyst.filter.Context;
import io.jetalyst.http.Result;
import io.jetalyst.route.BodyRule;
import io.jetalyst.route.Route;
import io.jetalyst.support.Converters;
import io.jetalyst.support.Params;
import io.jetalyst.support.Results;
import io.jetalyst.support.Types;
import io.jetalyst.table.Bindings;
import io.jetalyst.table.Invoker;
import io.jetalyst.table.RouteTable;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Flow;
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
                Route.post("/articles", "Articles.create").body(BodyRule.json()).produces("text/plain"),
                Route.post("/articles/all", "Articles.createAll").body(BodyRule.json()).produces("text/plain"),
                Route.patch("/articles/{id}", "Articles.change").body(BodyRule.json()),
                Route.put("/articles/{id}/bytes", "Articles.bytes").body(BodyRule.whole()),
                Route.put("/articles/{id}/note", "Articles.note").body(BodyRule.whole()),
                Route.put("/articles/{id}/parts", "Articles.parts").body(BodyRule.stream()),
                Route.put("/articles/{id}/stream", "Articles.stream").body(BodyRule.stream()).produces("text/plain"),
                Route.put("/articles/{id}/text", "Articles.text").body(BodyRule.whole()));
    }

    @Override
    public List<JsonShape> shapes() {
        return List.of(
                JsonShape.kinds(Articles.Change.class, "type")
                        .kind("rename", Articles.Rename.class)
                        .kind("retag", Articles.Retag.class),
                JsonShape.record(Articles.NewArticle.class).required("title", "tags"),
                JsonShape.record(Articles.Rename.class).required("title"),
                JsonShape.record(Articles.Retag.class).required("tags"));
    }

    @Override
    public Invoker bind(Bindings bindings) {
        return new Calls(new Articles(), bindings);
    }

    private static final class Calls implements Invoker {
        private final Articles controller;
        private final BodyReader<Articles.NewArticle> newArticleReader;
        private final BodyReader<List<Articles.NewArticle>> newArticleListReader;
        private final BodyReader<Articles.Change> changeReader;

        Calls(Articles controller, Bindings bindings) {
            this.controller = controller;
            this.newArticleReader = bindings.jsonReader(Articles.NewArticle.class);
            this.newArticleListReader = bindings.jsonReader(Types.of(List.class, Articles.NewArticle.class));
            this.changeReader = bindings.jsonReader(Articles.Change.class);
        }

        @Override
        public Result call(int route, Context context) throws Exception {
            Params params = Params.of(context);
            return switch (route) {
                case 0 -> {
                    Articles.NewArticle article = params.body(newArticleReader);
                    Optional<String> userAgent = params.header("User-Agent").optional(Converters.TEXT);
                    params.check();
                    yield Results.text(controller.create(article, userAgent));
                }
                case 1 -> {
                    List<Articles.NewArticle> params2 = params.body(newArticleListReader);
                    params.check();
                    yield Results.text(controller.createAll(params2));
                }
                case 2 -> {
                    long id = params.path(0, "id").toLong();
                    Articles.Change change = params.body(changeReader);
                    params.check();
                    controller.change(id, change);
                    yield Results.none();
                }
                case 3 -> {
                    long id = params.path(0, "id").toLong();
                    byte[] bytes = params.bytes();
                    params.check();
                    controller.bytes(id, bytes);
                    yield Results.none();
                }
                case 4 -> {
                    long id = params.path(0, "id").toLong();
                    Optional<String> note = params.optionalText();
                    params.check();
                    controller.note(id, note);
                    yield Results.none();
                }
                case 5 -> {
                    long id = params.path(0, "id").toLong();
                    Flow.Publisher<ByteBuffer> parts = params.publisher();
                    params.check();
                    controller.parts(id, parts);
                    yield Results.none();
                }
                case 6 -> {
                    InputStream in = params.stream();
                    long id = params.path(0, "id").toLong();
                    params.check();
                    yield Results.text(controller.stream(in, id));
                }
                case 7 -> {
                    long id = params.path(0, "id").toLong();
                    String text = params.text();
                    params.check();
                    controller.text(id, text);
                    yield Results.none();
                }
                default -> throw new IllegalArgumentException("no HTTP route " + route);
            };
        }
    }
}

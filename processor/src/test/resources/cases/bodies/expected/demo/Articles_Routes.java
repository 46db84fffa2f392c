package demo;

import io.jetalyst.codec.BodyReader;
import io.jetalyst.filter.Context;
import io.jetalyst.http.HttpMethod;
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
public final class Articles_Routes implements RouteTable {
    private static final List<Route> ROUTES = List.of(
            Route.http(HttpMethod.POST, "/articles", "Articles.create").body(BodyRule.json()).produces("text/plain"),
            Route.http(HttpMethod.POST, "/articles/all", "Articles.createAll").body(BodyRule.json()).produces("text/plain"),
            Route.http(HttpMethod.PATCH, "/articles/{id}", "Articles.change").body(BodyRule.json()),
            Route.http(HttpMethod.PUT, "/articles/{id}/bytes", "Articles.bytes").body(BodyRule.whole()),
            Route.http(HttpMethod.PUT, "/articles/{id}/note", "Articles.note").body(BodyRule.whole()),
            Route.http(HttpMethod.PUT, "/articles/{id}/parts", "Articles.parts").body(BodyRule.stream()),
            Route.http(HttpMethod.PUT, "/articles/{id}/stream", "Articles.stream").body(BodyRule.stream()).produces("text/plain"),
            Route.http(HttpMethod.PUT, "/articles/{id}/text", "Articles.text").body(BodyRule.whole()));

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
            return switch (route) {
                case 0 -> create(context);
                case 1 -> createAll(context);
                case 2 -> change(context);
                case 3 -> bytes(context);
                case 4 -> note(context);
                case 5 -> parts(context);
                case 6 -> stream(context);
                case 7 -> text(context);
                default -> throw new IllegalArgumentException("no HTTP route " + route);
            };
        }

        private Result create(Context context) {
            Params params = Params.of(context);
            Articles.NewArticle article = params.body(newArticleReader);
            Optional<String> userAgent = params.header("User-Agent").optional(Converters.TEXT);
            params.check();
            return Results.text(controller.create(article, userAgent));
        }

        private Result createAll(Context context) {
            Params params = Params.of(context);
            List<Articles.NewArticle> params2 = params.body(newArticleListReader);
            params.check();
            return Results.text(controller.createAll(params2));
        }

        private Result change(Context context) {
            Params params = Params.of(context);
            long id = params.path(0, "id").toLong();
            Articles.Change change = params.body(changeReader);
            params.check();
            controller.change(id, change);
            return Results.none();
        }

        private Result bytes(Context context) {
            Params params = Params.of(context);
            long id = params.path(0, "id").toLong();
            byte[] bytes = params.bytes();
            params.check();
            controller.bytes(id, bytes);
            return Results.none();
        }

        private Result note(Context context) {
            Params params = Params.of(context);
            long id = params.path(0, "id").toLong();
            Optional<String> note = params.optionalText();
            params.check();
            controller.note(id, note);
            return Results.none();
        }

        private Result parts(Context context) {
            Params params = Params.of(context);
            long id = params.path(0, "id").toLong();
            Flow.Publisher<ByteBuffer> parts = params.publisher();
            params.check();
            controller.parts(id, parts);
            return Results.none();
        }

        private Result stream(Context context) throws Exception {
            Params params = Params.of(context);
            InputStream in = params.stream();
            long id = params.path(0, "id").toLong();
            params.check();
            return Results.text(controller.stream(in, id));
        }

        private Result text(Context context) {
            Params params = Params.of(context);
            long id = params.path(0, "id").toLong();
            String text = params.text();
            params.check();
            controller.text(id, text);
            return Results.none();
        }
    }
}

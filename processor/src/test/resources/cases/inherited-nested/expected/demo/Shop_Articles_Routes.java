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
 * Routes of {@link Shop.Articles}.
 */
@Generated("io.jetalyst.processor.JetalystProcessor")
public final class Shop_Articles_Routes implements RouteTable {
    private static final List<Route> ROUTES = List.of(
            Route.http(HttpMethod.GET, "/articles", "Shop.Articles.list").produces("application/json"),
            Route.http(HttpMethod.PUT, "/articles/{id}", "Shop.Articles.store").body(BodyRule.json()).produces("application/json"));

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
        return new Calls(new Shop.Articles(), bindings);
    }

    private static final class Calls implements Invoker {
        private final Shop.Articles controller;
        private final BodyReader<Shop.Article> articleReader;
        private final BodyWriter<Base.Crud.Page<Shop.Article>> articlePageWriter;
        private final BodyWriter<Shop.Article> articleWriter;

        Calls(Shop.Articles controller, Bindings bindings) {
            this.controller = controller;
            this.articleReader = bindings.jsonReader(Shop.Article.class);
            this.articlePageWriter = bindings.jsonWriter(Types.of(Base.Crud.Page.class, Shop.Article.class));
            this.articleWriter = bindings.jsonWriter(Shop.Article.class);
        }

        @Override
        public Result call(int route, Context context) {
            return switch (route) {
                case 0 -> list(context);
                case 1 -> store(context);
                default -> throw new IllegalArgumentException("no HTTP route " + route);
            };
        }

        private Result list(Context context) {
            return Results.json(articlePageWriter, controller.list());
        }

        private Result store(Context context) {
            Params params = Params.of(context);
            Long id = params.path(0, "id").toLong();
            Shop.Article value = params.body(articleReader);
            params.check();
            return Results.json(articleWriter, controller.store(id, value));
        }
    }
}

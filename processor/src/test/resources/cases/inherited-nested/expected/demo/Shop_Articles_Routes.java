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
 * Routes of {@link Shop.Articles}.
 */
@Generated("io.jetalyst.processor.JetalystProcessor")
public final class Shop_Articles_Routes implements RouteTable, JsonTypes {
    @Override
    public int format() {
        return 1;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("/articles", "Shop.Articles.list").produces("application/json"),
                Route.put("/articles/{id}", "Shop.Articles.store").body(BodyRule.json()).produces("application/json"));
    }

    @Override
    public List<JsonShape> shapes() {
        return List.of(
                JsonShape.record(Base.Crud.Page.class).required("items").optional("next"),
                JsonShape.record(Shop.Article.class).required("title"));
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
            Params params = Params.of(context);
            return switch (route) {
                case 0 -> Results.json(articlePageWriter, controller.list());
                case 1 -> {
                    Long id = params.path(0, "id").toLong();
                    Shop.Article value = params.body(articleReader);
                    params.check();
                    yield Results.json(articleWriter, controller.store(id, value));
                }
                default -> throw new IllegalArgumentException("no HTTP route " + route);
            };
        }
    }
}

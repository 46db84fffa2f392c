package demo;

import io.jetalyst.filter.Context;
import io.jetalyst.http.Result;
import io.jetalyst.route.BodyRule;
import io.jetalyst.route.Route;
import io.jetalyst.support.Converters;
import io.jetalyst.support.Params;
import io.jetalyst.support.Results;
import io.jetalyst.support.TimeConverters;
import io.jetalyst.table.Bindings;
import io.jetalyst.table.Invoker;
import io.jetalyst.table.RouteTable;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.Generated;

/**
 * Routes of {@link Search}.
 */
@Generated("io.jetalyst.processor.JetalystProcessor")
public final class Search_Routes implements RouteTable {
    @Override
    public int format() {
        return 1;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("/articles", "Search.articles").produces("text/plain"),
                Route.get("/days", "Search.days").produces("text/plain"),
                Route.get("/shops/{shop}", "Search.filtered").produces("text/plain"),
                Route.post("/texts/{id}", "Search.upload").body(BodyRule.whole()));
    }

    @Override
    public Invoker bind(Bindings bindings) {
        return new Calls(new Search(), bindings);
    }

    private static final class Calls implements Invoker {
        private final Search controller;
        private final Search.Shops shops;

        Calls(Search controller, Bindings bindings) {
            this.controller = controller;
            this.shops = new Search.Shops();
        }

        @Override
        public Result call(int route, Context context) {
            Params params = Params.of(context);
            return switch (route) {
                case 0 -> {
                    int page = params.query("page").or("1").toInt();
                    int size = params.query("size").or("20").toInt();
                    Search.Paging paging = params.all("query page", "query size").create(() -> new Search.Paging(page, size));
                    Optional<String> tag = params.query("tag").optional(Converters.TEXT);
                    params.check();
                    yield Results.text(controller.articles(paging, tag));
                }
                case 1 -> {
                    LocalDate from = params.query("from").to(TimeConverters.LOCAL_DATE);
                    Optional<LocalDate> to = params.query("to").optional(TimeConverters.LOCAL_DATE);
                    Search.Range<LocalDate> range = params.all("query from", "query to").create(() -> new Search.Range<LocalDate>(from, to));
                    int page = params.query("page").or("1").toInt();
                    int size = params.query("size").or("20").toInt();
                    Search.Paging paging = params.all("query page", "query size").create(() -> new Search.Paging(page, size));
                    params.check();
                    yield Results.text(controller.days(range, paging));
                }
                case 2 -> {
                    String shopName = params.path(0, "shop").toText();
                    int page = params.query("page").or("1").toInt();
                    int size = params.query("size").or("20").toInt();
                    Optional<String> acceptLanguage = params.header("Accept-Language").optional(Converters.TEXT);
                    List<String> tags = params.query("tags").list(Converters.TEXT);
                    params.check();
                    Search.Shop shop = params.found(shops.convert(shopName));
                    Search.Filter filter = params.all("path shop", "query page", "query size", "header Accept-Language", "query tags").create(() -> new Search.Filter(shop, new Search.Paging(page, size), acceptLanguage, tags, context.request()));
                    params.check();
                    yield Results.text(controller.filtered(filter, shop));
                }
                case 3 -> {
                    long id = params.path(0, "id").toLong();
                    String text = params.text();
                    Search.Upload upload = params.all("path id").create(() -> new Search.Upload(id, text));
                    params.check();
                    controller.upload(upload);
                    yield Results.none();
                }
                default -> throw new IllegalArgumentException("no HTTP route " + route);
            };
        }
    }
}

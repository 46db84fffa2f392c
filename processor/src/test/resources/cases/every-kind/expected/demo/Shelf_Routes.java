package demo;

import io.jetalyst.codec.BodyWriter;
import io.jetalyst.filter.Context;
import io.jetalyst.http.HttpMethod;
import io.jetalyst.http.Result;
import io.jetalyst.route.Route;
import io.jetalyst.socket.SocketOptions;
import io.jetalyst.socket.WebSocketHandshake;
import io.jetalyst.support.Converters;
import io.jetalyst.support.Params;
import io.jetalyst.support.Results;
import io.jetalyst.support.Types;
import io.jetalyst.table.Bindings;
import io.jetalyst.table.Invoker;
import io.jetalyst.table.RouteTable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.annotation.processing.Generated;

/**
 * Routes of {@link Shelf}.
 */
@Generated("io.jetalyst.processor.JetalystProcessor")
public final class Shelf_Routes implements RouteTable {
    private static final List<Route> ROUTES = List.of(
            Route.http(HttpMethod.GET, "/shelf", "Shelf.all").produces("application/json"),
            Route.http(HttpMethod.POST, "/shelf", "Shelf.add"),
            Route.http(HttpMethod.GET, "/shelf/array", "Shelf.array").produces("application/json"),
            Route.http(HttpMethod.POST, "/shelf/books", "Shelf.create").produces("application/json"),
            Route.http(HttpMethod.POST, "/shelf/clear", "Shelf.clear"),
            Route.http(HttpMethod.GET, "/shelf/count", "Shelf.count").produces("application/json"),
            Route.http(HttpMethod.GET, "/shelf/file/{*file}", "Shelf.file").produces("text/html"),
            Route.http(HttpMethod.GET, "/shelf/later", "Shelf.later").produces("text/plain"),
            Route.socket(
                    "/shelf/later",
                    "Shelf.socket",
                    SocketOptions.DEFAULT.subprotocols("a").requireSubprotocol()),
            Route.http(HttpMethod.GET, "/shelf/map", "Shelf.map").produces("application/json"),
            Route.http(HttpMethod.GET, "/shelf/numbers", "Shelf.numbers").produces("text/plain"),
            Route.http(HttpMethod.GET, "/shelf/text", "Shelf.call").produces("text/plain"),
            Route.socket("/shelf/text", "Shelf.call"),
            Route.http(HttpMethod.PUT, "/shelf/{book-id}", "Shelf.put"),
            Route.http(HttpMethod.GET, "/shelf/{id}", "Shelf.one").produces("application/json"),
            Route.http(HttpMethod.PATCH, "/shelf/{id}", "Shelf.patch").produces("application/json"),
            Route.http(HttpMethod.DELETE, "/shelf/{id}", "Shelf.remove"));

    @Override
    public int format() {
        return 1;
    }

    @Override
    public List<Route> routes() {
        return ROUTES;
    }

    @Override
    @SuppressWarnings("unchecked")
    public Invoker bind(Bindings bindings) {
        return new Calls(new Shelf(bindings.get(List.class)), bindings);
    }

    private static final class Calls implements Invoker {
        private final Shelf controller;
        private final BodyWriter<List<Shelf.Book>> bookListWriter;
        private final BodyWriter<Shelf.Book[]> bookArrayWriter;
        private final BodyWriter<Shelf.Book> bookWriter;
        private final BodyWriter<Integer> intWriter;
        private final BodyWriter<Map<String, List<Shelf.Book>>> stringBookListMapWriter;

        Calls(Shelf controller, Bindings bindings) {
            this.controller = controller;
            this.bookListWriter = bindings.jsonWriter(Types.of(List.class, Shelf.Book.class));
            this.bookArrayWriter = bindings.jsonWriter(Shelf.Book[].class);
            this.bookWriter = bindings.jsonWriter(Shelf.Book.class);
            this.intWriter = bindings.jsonWriter(Integer.class);
            this.stringBookListMapWriter = bindings.jsonWriter(Types.of(Map.class, String.class, Types.of(List.class, Shelf.Book.class)));
        }

        @Override
        public Result call(int route, Context context) throws Exception {
            return switch (route) {
                case 0 -> all(context);
                case 1 -> add(context);
                case 2 -> array(context);
                case 3 -> create(context);
                case 4 -> clear(context);
                case 5 -> count(context);
                case 6 -> file(context);
                case 7 -> later(context);
                case 9 -> map(context);
                case 10 -> numbers(context);
                case 11 -> call2(context);
                case 13 -> put(context);
                case 14 -> one(context);
                case 15 -> patch(context);
                case 16 -> remove(context);
                default -> throw new IllegalArgumentException("no HTTP route " + route);
            };
        }

        @Override
        public boolean connect(int route, Context context, WebSocketHandshake handshake) throws Exception {
            return switch (route) {
                case 8 -> socket(context, handshake);
                case 12 -> call3(context, handshake);
                default -> throw new IllegalArgumentException("no socket route " + route);
            };
        }

        private Result all(Context context) {
            Params params = Params.of(context);
            Optional<Shelf.Order> order = params.query("order").optional(Converters.toEnum(Shelf.Order.class));
            Shelf.Order then = params.query("then").or("TITLE").to(Converters.toEnum(Shelf.Order.class));
            params.check();
            return Results.json(bookListWriter, controller.all(order, then));
        }

        private Result add(Context context) {
            Params params = Params.of(context);
            String title = params.query("t").toText();
            params.check();
            return Results.response(controller.add(title));
        }

        private Result array(Context context) {
            return Results.json(bookArrayWriter, controller.array());
        }

        private Result create(Context context) {
            Params params = Params.of(context);
            String title = params.query("title").toText();
            params.check();
            return Results.reply(controller.create(title), content -> Results.json(bookWriter, content));
        }

        private Result clear(Context context) {
            return Results.later(controller.clear(), value -> Results.reply(value, Results::none));
        }

        private Result count(Context context) {
            return Results.json(intWriter, controller.count());
        }

        private Result file(Context context) {
            Params params = Params.of(context);
            String file = params.path(0, "file").toText();
            params.check();
            return Results.view(controller.file(file));
        }

        private Result later(Context context) {
            return Results.later(controller.later(), Results::text);
        }

        private boolean socket(Context context, WebSocketHandshake handshake) throws Exception {
            return controller.socket(context, handshake, context.request());
        }

        private Result map(Context context) {
            return Results.json(stringBookListMapWriter, controller.map());
        }

        private Result numbers(Context context) {
            Params params = Params.of(context);
            int a = params.query("a").toInt();
            long b = params.query("b").toLong();
            short c = params.query("c").toShort();
            byte d = params.query("d").toByte();
            double e = params.query("e").toDouble();
            float f = params.query("f").toFloat();
            boolean g = params.query("g").toBoolean();
            char h = params.query("h").toChar();
            Integer controller2 = params.query("controller").toInt();
            Optional<Long> context2 = params.query("context").optional(Converters.LONG);
            params.check();
            return Results.text(controller.numbers(a, b, c, d, e, f, g, h, controller2, context2));
        }

        private Result call2(Context context) {
            return Results.optional(controller.call(), Results::text);
        }

        private boolean call3(Context context, WebSocketHandshake handshake) {
            return controller.call(handshake);
        }

        private Result put(Context context) throws Exception {
            Params params = Params.of(context);
            UUID id = params.path(0, "book-id").to(Converters.UUID);
            params.check();
            controller.put(id, context.request(), context);
            return Results.none();
        }

        private Result one(Context context) {
            Params params = Params.of(context);
            UUID id = params.path(0, "id").to(Converters.UUID);
            params.check();
            return Results.optional(controller.one(id), found -> Results.json(bookWriter, found));
        }

        private Result patch(Context context) {
            Params params = Params.of(context);
            UUID id = params.path(0, "id").to(Converters.UUID);
            Optional<UUID> other = params.query("other").optional(Converters.UUID);
            params.check();
            return Results.later(controller.patch(id, other), value -> Results.optional(value, found -> Results.json(bookWriter, found)));
        }

        private Result remove(Context context) {
            Params params = Params.of(context);
            UUID id = params.path(0, "id").to(Converters.UUID);
            params.check();
            return Results.later(controller.remove(id), Results::none);
        }
    }
}

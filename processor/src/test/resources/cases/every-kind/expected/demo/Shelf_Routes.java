package demo;

import io.jetalyst.codec.BodyWriter;
import io.jetalyst.codec.JsonShape;
import io.jetalyst.codec.JsonTypes;
import io.jetalyst.filter.Context;
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
public final class Shelf_Routes implements RouteTable, JsonTypes {
    @Override
    public int format() {
        return 1;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("/shelf", "Shelf.all").produces("application/json"),
                Route.post("/shelf", "Shelf.add"),
                Route.get("/shelf/array", "Shelf.array").produces("application/json"),
                Route.post("/shelf/books", "Shelf.create").produces("application/json"),
                Route.post("/shelf/clear", "Shelf.clear"),
                Route.get("/shelf/count", "Shelf.count").produces("application/json"),
                Route.get("/shelf/file/{*file}", "Shelf.file").produces("text/html"),
                Route.get("/shelf/later", "Shelf.later").produces("text/plain"),
                Route.socket(
                        "/shelf/later",
                        "Shelf.socket",
                        SocketOptions.DEFAULT.subprotocols("a").requireSubprotocol()),
                Route.get("/shelf/map", "Shelf.map").produces("application/json"),
                Route.get("/shelf/numbers", "Shelf.numbers").produces("text/plain"),
                Route.get("/shelf/text", "Shelf.call").produces("text/plain"),
                Route.socket("/shelf/text", "Shelf.call"),
                Route.put("/shelf/{book-id}", "Shelf.put"),
                Route.get("/shelf/{id}", "Shelf.one").produces("application/json"),
                Route.patch("/shelf/{id}", "Shelf.patch").produces("application/json"),
                Route.delete("/shelf/{id}", "Shelf.remove"));
    }

    @Override
    public List<JsonShape> shapes() {
        return List.of(
                JsonShape.record(Shelf.Book.class).required("title"));
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
            Params params = Params.of(context);
            return switch (route) {
                case 0 -> {
                    Optional<Shelf.Order> order = params.query("order").optional(Converters.toEnum(Shelf.Order.class));
                    Shelf.Order then = params.query("then").or("TITLE").to(Converters.toEnum(Shelf.Order.class));
                    params.check();
                    yield Results.json(bookListWriter, controller.all(order, then));
                }
                case 1 -> {
                    String title = params.query("t").toText();
                    params.check();
                    yield Results.response(controller.add(title));
                }
                case 2 -> Results.json(bookArrayWriter, controller.array());
                case 3 -> {
                    String title = params.query("title").toText();
                    params.check();
                    yield Results.replyJson(bookWriter, controller.create(title));
                }
                case 4 -> Results.later(controller.clear(), value -> Results.reply(value, Results::none));
                case 5 -> Results.json(intWriter, controller.count());
                case 6 -> {
                    String file = params.path(0, "file").toText();
                    params.check();
                    yield Results.view(controller.file(file));
                }
                case 7 -> Results.later(controller.later(), Results::text);
                case 9 -> Results.json(stringBookListMapWriter, controller.map());
                case 10 -> {
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
                    yield Results.text(controller.numbers(a, b, c, d, e, f, g, h, controller2, context2));
                }
                case 11 -> Results.optional(controller.call(), Results::text);
                case 13 -> {
                    UUID id = params.path(0, "book-id").to(Converters.UUID);
                    params.check();
                    controller.put(id, context.request(), context);
                    yield Results.none();
                }
                case 14 -> {
                    UUID id = params.path(0, "id").to(Converters.UUID);
                    params.check();
                    yield Results.optionalJson(bookWriter, controller.one(id));
                }
                case 15 -> {
                    UUID id = params.path(0, "id").to(Converters.UUID);
                    Optional<UUID> other = params.query("other").optional(Converters.UUID);
                    params.check();
                    yield Results.later(controller.patch(id, other), value -> Results.optionalJson(bookWriter, value));
                }
                case 16 -> {
                    UUID id = params.path(0, "id").to(Converters.UUID);
                    params.check();
                    yield Results.later(controller.remove(id), Results::none);
                }
                default -> throw new IllegalArgumentException("no HTTP route " + route);
            };
        }

        @Override
        public boolean connect(int route, Context context, WebSocketHandshake handshake) throws Exception {
            return switch (route) {
                case 8 -> controller.socket(context, handshake, context.request());
                case 12 -> controller.call(handshake);
                default -> throw new IllegalArgumentException("no socket route " + route);
            };
        }
    }
}

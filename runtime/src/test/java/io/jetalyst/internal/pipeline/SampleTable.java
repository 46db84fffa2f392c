package io.jetalyst.internal.pipeline;

import io.jetalyst.filter.Context;
import io.jetalyst.filter.Filter;
import io.jetalyst.http.BindingProblem;
import io.jetalyst.http.HttpMethod;
import io.jetalyst.http.HttpProblem;
import io.jetalyst.http.InputError;
import io.jetalyst.http.Response;
import io.jetalyst.http.Result;
import io.jetalyst.http.Status;
import io.jetalyst.internal.failure.ErrorHandlers;
import io.jetalyst.internal.router.BoundRoute;
import io.jetalyst.internal.router.RouteFilters;
import io.jetalyst.route.Route;
import io.jetalyst.socket.SocketOptions;
import io.jetalyst.socket.WebSocketHandshake;
import io.jetalyst.support.Param;
import io.jetalyst.support.Params;
import io.jetalyst.support.Results;
import io.jetalyst.table.Invoker;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** Routes in the form the processor generates, written by hand. */
final class SampleTable implements Invoker {
    static final List<Route> ROUTES = List.of(
            Route.http(HttpMethod.GET, "/hello/{name}", "Sample.hello"),
            Route.http(HttpMethod.POST, "/rooms", "Sample.create"),
            Route.http(HttpMethod.GET, "/fails/{how}", "Sample.fail"),
            Route.http(HttpMethod.GET, "/later", "Sample.later"),
            Route.http(HttpMethod.GET, "/chat/{room}", "Sample.page"),
            Route.socket("/chat/{room}", "Sample.chat", SocketOptions.DEFAULT.origins("https://friend.example")),
            Route.socket("/socket", "Sample.socket", SocketOptions.DEFAULT),
            Route.socket(
                    "/spoken",
                    "Sample.spoken",
                    SocketOptions.DEFAULT.subprotocols("v2", "v1").requireSubprotocol()),
            Route.socket(
                    "/any", "Sample.any", SocketOptions.DEFAULT.origins("*").subprotocols("v1")),
            Route.http(HttpMethod.GET, "/quick", "Sample.quick").nonBlocking());

    /** Completes what {@code /later} answers. */
    final CompletableFuture<String> later = new CompletableFuture<>();

    /** The contexts that the page was called with. */
    final List<Context> seen = new ArrayList<>();

    /** The socket methods that were called. */
    final List<String> connected = new ArrayList<>();

    List<BoundRoute> routes() {
        return routes(Map.of());
    }

    /** @param filters the filters of routes, by the names of their methods */
    List<BoundRoute> routes(Map<String, List<Filter>> filters) {
        List<BoundRoute> bound = new ArrayList<>();
        for (int i = 0; i < ROUTES.size(); i++) {
            Route route = ROUTES.get(i);
            RouteFilters own = RouteFilters.of(filters.getOrDefault(route.handler(), List.of()));
            bound.add(new BoundRoute(route, i, this, ErrorHandlers.NONE, own));
        }
        return bound;
    }

    @Override
    public Result call(int route, Context context) throws Exception {
        return switch (route) {
            case 0 -> Results.text("Hello, " + text(context, params -> params.path(0, "name")));
            case 1 -> Results.none();
            case 2 -> fail(text(context, params -> params.path(0, "how")));
            case 3 -> Results.later((CompletionStage<String>) later, Results::text);
            case 4 -> page(context);
            case 9 -> Results.text("quick");
            default -> throw new IllegalArgumentException("no HTTP route " + route);
        };
    }

    private Result page(Context context) {
        seen.add(context);
        return Results.text("the page of " + text(context, params -> params.path(0, "room")));
    }

    private static Result fail(String how) throws Exception {
        switch (how) {
            case "problem" -> throw HttpProblem.of(Status.CONFLICT, "Somebody <else> was \"first\".");
            case "secret" -> throw new IllegalStateException("password=hunter2 <script>");
            case "checked" -> throw new Exception("password=hunter2");
            case "error" -> throw new StackOverflowError("password=hunter2");
            case "unprintable" ->
                throw new RuntimeException() {
                    private static final long serialVersionUID = 1;

                    @Override
                    public String getMessage() {
                        throw new IllegalStateException("password=hunter2");
                    }
                };
            case "upgrade" -> {
                return Response.of(Status.SWITCHING_PROTOCOLS);
            }
            default -> {
                return Results.text(null);
            }
        }
    }

    @Override
    public boolean connect(int route, Context context, WebSocketHandshake handshake) throws Exception {
        return switch (route) {
            case 5 -> chat(text(context, params -> params.query("name")), handshake);
            case 6, 7, 8 -> socket(ROUTES.get(route).handler(), context, handshake);
            default -> throw new IllegalArgumentException("no socket route " + route);
        };
    }

    private boolean chat(String name, WebSocketHandshake handshake) {
        connected.add(name);
        if (name.equals("picky")) {
            throw new BindingProblem(new InputError("query", "name", "taste", "is not to the taste of this method"));
        }
        if (!handshake.isRequested()) {
            return false;
        }
        if (name.equals("banned")) {
            throw HttpProblem.of(Status.FORBIDDEN, "You may not.");
        }
        return !name.equals("shy");
    }

    private boolean socket(String handler, Context context, WebSocketHandshake handshake) {
        connected.add(handler);
        return switch (context.request().queryParam("how").orElse("")) {
            case "rash" -> true; // without asking whether it can
            case "throws" -> throw new IllegalStateException("password=hunter2");
            default -> handshake.isRequested();
        };
    }

    private static String text(Context context, Function<Params, Param> source) {
        Params params = Params.of(context);
        String text = source.apply(params).toText();
        params.check();
        return text;
    }
}

package io.jetalyst.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.jetalyst.codec.BodyReader;
import io.jetalyst.codec.BodyWriter;
import io.jetalyst.http.Deferred;
import io.jetalyst.http.Headers;
import io.jetalyst.http.HttpMethod;
import io.jetalyst.http.Request;
import io.jetalyst.http.Response;
import io.jetalyst.http.ResponseBody;
import io.jetalyst.http.Result;
import io.jetalyst.internal.pipeline.RequestContext;
import io.jetalyst.internal.router.BoundRoute;
import io.jetalyst.internal.router.Match;
import io.jetalyst.internal.router.RouteKinds;
import io.jetalyst.internal.router.Router;
import io.jetalyst.table.Bindings;
import io.jetalyst.table.Invoker;
import io.jetalyst.table.RouteTable;
import java.io.IOException;
import java.lang.reflect.Type;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Compiles a controller with all warnings as errors, loads its table, and sends requests through it. */
final class LoadedController implements AutoCloseable {
    private final URLClassLoader loader;
    private final Invoker invoker;
    private final Router router;

    /**
     * @param name the name of the controller, in the package {@code demo}
     * @param bound the instances for constructors
     */
    LoadedController(Path root, String name, String source, Object... bound) throws Exception {
        Workspace workspace = new Workspace(root).write("demo/" + name + ".java", source);
        assertEquals(
                List.of(),
                workspace
                        .compile(List.of("demo/" + name + ".java"), "-Xlint:all,-processing", "-Werror")
                        .lines());
        loader = new URLClassLoader(
                new URL[] {workspace.classes().toUri().toURL()}, LoadedController.class.getClassLoader());
        RouteTable table = (RouteTable) loader.loadClass("demo." + name + "_Routes")
                .getDeclaredConstructor()
                .newInstance();
        invoker = table.bind(new Given(List.of(bound)));
        List<BoundRoute> routes = new ArrayList<>();
        for (int i = 0; i < table.routes().size(); i++) {
            routes.add(new BoundRoute(table.routes().get(i), i, invoker));
        }
        router = Router.of(routes);
    }

    private record Given(List<Object> bound) implements Bindings {
        @Override
        public <T> T get(Class<T> type) {
            return type.cast(bound.stream().filter(type::isInstance).findFirst().orElseThrow());
        }

        @Override
        public <T> BodyWriter<T> jsonWriter(Type type) {
            return value -> ("json " + value).getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public <T> BodyReader<T> jsonReader(Type type) {
            throw new AssertionError("nothing is read");
        }
    }

    /** The body of the response to a GET request. */
    String get(String target, Map<String, List<String>> headers) throws Exception {
        Result result = call(HttpMethod.GET, target, headers);
        Response response = result instanceof Deferred deferred
                ? deferred.response().toCompletableFuture().join()
                : (Response) result;
        return new String(((ResponseBody.Bytes) response.body()).bytes(), StandardCharsets.UTF_8);
    }

    String get(String target) throws Exception {
        return get(target, Map.of());
    }

    /** Calls the socket endpoint with a request that is no handshake. */
    boolean connect(String target) throws Exception {
        Match.Found found = find(RouteKinds.SOCKET, target);
        return invoker.connect(found.route().index(), context(found, HttpMethod.GET, target, Map.of()), null);
    }

    private Result call(HttpMethod method, String target, Map<String, List<String>> headers) throws Exception {
        Match.Found found = find(RouteKinds.method(method), target);
        return invoker.call(found.route().index(), context(found, method, target, headers));
    }

    private Match.Found find(RouteKinds kind, String target) {
        return assertInstanceOf(Match.Found.class, router.match(target.split("\\?", 2)[0], kind));
    }

    private static RequestContext context(
            Match.Found found, HttpMethod method, String target, Map<String, List<String>> headers) {
        String[] parts = target.split("\\?", 2);
        Request request = Request.builder(method.name(), parts[0])
                .query(parts.length == 1 ? "" : parts[1])
                .headers(Headers.of(headers))
                .build();
        return new RequestContext(request, found);
    }

    @Override
    public void close() throws IOException {
        loader.close();
    }
}

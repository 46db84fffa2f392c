package io.jetalyst.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.codec.BodyReader;
import io.jetalyst.codec.BodyWriter;
import io.jetalyst.filter.Context;
import io.jetalyst.http.BindingProblem;
import io.jetalyst.http.Deferred;
import io.jetalyst.http.HttpMethod;
import io.jetalyst.http.HttpProblem;
import io.jetalyst.http.Request;
import io.jetalyst.http.Response;
import io.jetalyst.http.ResponseBody;
import io.jetalyst.http.Result;
import io.jetalyst.internal.pipeline.RequestContext;
import io.jetalyst.internal.router.BoundRoute;
import io.jetalyst.internal.router.Match;
import io.jetalyst.internal.router.RouteKinds;
import io.jetalyst.internal.router.Router;
import io.jetalyst.route.Route;
import io.jetalyst.socket.SocketLimit;
import io.jetalyst.socket.SocketOptions;
import io.jetalyst.table.Bindings;
import io.jetalyst.table.Invoker;
import io.jetalyst.table.RouteTable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Type;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Compiles a controller, loads its table and sends requests through it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LoadedTableTest {
    private static final Path CONTROLLER = Path.of("src/test/resources/loaded/It.java");

    private final StringBuilder log = new StringBuilder();
    private final List<Type> written = new ArrayList<>();
    private URLClassLoader loader;
    private RouteTable table;
    private Invoker invoker;
    private Router router;

    @BeforeAll
    void compileAndLoad(@TempDir Path root) throws Exception {
        Workspace workspace = new Workspace(root).write("demo/It.java", Files.readString(CONTROLLER));
        assertEquals(
                List.of(),
                workspace
                        .compile(List.of("demo/It.java"), "-Xlint:all,-processing", "-Werror")
                        .lines());
        URL[] classes = {workspace.classes().toUri().toURL()};
        loader = new URLClassLoader(classes, getClass().getClassLoader());
        table = (RouteTable)
                loader.loadClass("demo.It_Routes").getDeclaredConstructor().newInstance();
        invoker = table.bind(new Given());
        List<BoundRoute> routes = new ArrayList<>();
        for (int i = 0; i < table.routes().size(); i++) {
            routes.add(new BoundRoute(table.routes().get(i), i, invoker));
        }
        router = Router.of(routes);
    }

    @AfterAll
    void close() throws IOException {
        loader.close();
    }

    private final class Given implements Bindings {
        @Override
        public <T> T get(Class<T> type) {
            return type.cast(log);
        }

        @Override
        public <T> BodyWriter<T> jsonWriter(Type type) {
            written.add(type);
            return value -> ("json " + value).getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public <T> BodyReader<T> jsonReader(Type type) {
            throw new AssertionError("nothing is read");
        }
    }

    private Match.Found find(RouteKinds wanted, String path) {
        return assertInstanceOf(Match.Found.class, router.match(path, wanted));
    }

    private static Context context(Match.Found found, String path, String query) {
        Request request = Request.builder("GET", path).query(query).build();
        return new RequestContext(request, found);
    }

    private Result call(HttpMethod method, String target) throws Exception {
        String[] parts = target.split("\\?", 2);
        Match.Found found = find(RouteKinds.method(method), parts[0]);
        return invoker.call(found.route().index(), context(found, parts[0], parts.length == 1 ? "" : parts[1]));
    }

    private String body(String target) throws Exception {
        Result result = call(HttpMethod.GET, target);
        Response response = result instanceof Deferred deferred
                ? deferred.response().toCompletableFuture().join()
                : (Response) result;
        if (response.body() instanceof ResponseBody.Output output) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            output.writer().writeTo(out);
            return out.toString(StandardCharsets.UTF_8).replace("\n", ";");
        }
        return new String(((ResponseBody.Bytes) response.body()).bytes(), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/it/text/room%20one | text room one",
                "/it/page | 7 Optional.empty",
                "/it/page?page=-3&color=GREEN | -3 Optional[GREEN]",
                "/it/files/ | <>",
                "/it/files/a/b.png | <a/b.png>",
                "/it/view | view",
                "/it/json | json [Thing[name=a]]",
                "/it/maybe/true | here",
                "/it/later | json Thing[name=b]",
                "/it/reply | json Thing[name=c]",
                "/it/reply-text | text",
                "/it/reply-view | view",
                "/it/events | :;;data: json Thing[name=d];;",
                "/it/text-events | :;;id: 1;data: e;;",
                "/it/streamed | [json Thing[name=f],json Thing[name=g]]",
                "/it/framework | /it/framework true",
                "/it/kinds/123e4567-e89b-42d3-a456-426614174000/9?color=RED&b=true&c=x&y=1&s=2&d=1.5&f=2 "
                        + "| 123e4567-e89b-42d3-a456-426614174000 9 RED true x 1 2 1.5 2.0",
            })
    void answers(String target, String body) throws Exception {
        assertEquals(body, body(target));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/it/page?page=x | page",
                "/it/page?page=1&page=2 | page",
                "/it/page?color=BLUE | color",
                "/it/maybe/yes | there",
                "/it/kinds/1/9 | id",
            })
    void rejectsValueThatDoesNotConvertAndNamesIt(String target, String parameter) {
        BindingProblem problem = assertThrows(BindingProblem.class, () -> call(HttpMethod.GET, target));
        assertEquals(parameter, problem.errors().get(0).name());
    }

    @Test
    void answersWithoutBody() throws Exception {
        assertEquals(
                204, ((Response) call(HttpMethod.POST, "/it/nothing")).status().code());
        assertEquals("called", log.toString());
        assertEquals(
                201, ((Response) call(HttpMethod.GET, "/it/response")).status().code());
        Deferred gone = (Deferred) call(HttpMethod.DELETE, "/it/later");
        assertEquals(204, gone.response().toCompletableFuture().join().status().code());
    }

    @Test
    void answersWithStatusAndFieldsOfReply() throws Exception {
        Response created = (Response) call(HttpMethod.GET, "/it/reply");
        assertEquals(201, created.status().code());
        assertEquals("/it/c", created.header("Location").orElseThrow());
        assertEquals("application/json", created.header("Content-Type").orElseThrow());
        assertEquals(
                202, ((Response) call(HttpMethod.POST, "/it/reply")).status().code());
    }

    @Test
    void answersEmptyOptionalWith404() {
        HttpProblem problem = assertThrows(HttpProblem.class, () -> call(HttpMethod.GET, "/it/maybe/false"));
        assertEquals(404, problem.status().code());
    }

    @Test
    void propagatesExceptionOfMethod() {
        assertThrows(IOException.class, () -> call(HttpMethod.GET, "/it/fails"));
    }

    @Test
    void routesSocketAndPageOfOnePath() throws Exception {
        Match.Found found = find(RouteKinds.SOCKET, "/it/text/yes");
        int index = found.route().index();
        assertInstanceOf(Route.Socket.class, table.routes().get(index));
        assertTrue(invoker.connect(index, context(found, "/it/text/yes", "n=1"), null));
        assertFalse(invoker.connect(index, context(found, "/it/text/yes", "n=2"), null));
        assertThrows(BindingProblem.class, () -> invoker.connect(index, context(found, "/it/text/yes", ""), null));
    }

    @Test
    void readsOptionsOfSocket() {
        Route.Socket socket = (Route.Socket) table.routes()
                .get(find(RouteKinds.SOCKET, "/it/text/yes").route().index());
        assertEquals(
                SocketOptions.DEFAULT
                        .limit(SocketLimit.MAX_QUEUED_BYTES, 9)
                        .compression(SocketOptions.Deflate.CONTEXT_TAKEOVER)
                        .nonBlocking(true),
                socket.options());
    }

    @Test
    void rejectsIndexOfAnotherKindOfRoute() {
        Match.Found page = find(RouteKinds.method(HttpMethod.GET), "/it/page");
        Context context = context(page, "/it/page", "");
        assertThrows(
                IllegalArgumentException.class,
                () -> invoker.connect(page.route().index(), context, null));
        assertThrows(IllegalArgumentException.class, () -> invoker.call(99, context));
    }

    @Test
    void requestsOneWriterForEachType() {
        assertEquals(
                List.of("demo.It$Thing", "java.util.List<demo.It$Thing>"),
                written.stream().map(Type::getTypeName).toList());
    }

    @Test
    void hasTheFormatOfTheRuntime() {
        assertEquals(RouteTable.FORMAT, table.format());
    }
}

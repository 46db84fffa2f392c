package io.jetalyst.internal.router;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.config.StartupException;
import io.jetalyst.filter.Context;
import io.jetalyst.http.HttpMethod;
import io.jetalyst.http.Result;
import io.jetalyst.route.Route;
import io.jetalyst.socket.SocketOptions;
import io.jetalyst.socket.WebSocketHandshake;
import io.jetalyst.table.Invoker;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouterTest {
    private static final Invoker NOBODY = new Invoker() {
        @Override
        public Result call(int route, Context context) {
            throw new AssertionError("the router calls nobody");
        }

        @Override
        public boolean connect(int route, Context context, WebSocketHandshake handshake) {
            throw new AssertionError("the router calls nobody");
        }
    };

    @ParameterizedTest
    @CsvSource({
        "/,                    /,                    ''",
        "/rooms,               /rooms,               ''",
        "/rooms/new,           /rooms/new,           ''",
        "/rooms/42,            /rooms/{id},          42",
        "/rooms/new/edit,      /rooms/{id}/edit,     new",
        "/rooms/42/edit,       /rooms/{id}/edit,     42",
        "/rooms/a%20b,         /rooms/{id},          a%20b",
        "/files/,              /files/{*file},       ''",
        "/files/a/b/c.png,     /files/{*file},       a/b/c.png",
        "/files/a//c.png,      /files/{*file},       a//c.png",
        "/files/index,         /files/index,         ''",
    })
    void prefersLiteralsToVariablesAndVariablesToTails(String path, String template, String variable) {
        Router router =
                get("/", "/rooms", "/rooms/new", "/rooms/{id}", "/rooms/{id}/edit", "/files/{*file}", "/files/index");

        Match.Found found = assertInstanceOf(Match.Found.class, router.match(path, RouteKinds.method(HttpMethod.GET)));

        assertEquals(template, found.route().route().path());
        assertEquals(found.route().variables().isEmpty() ? List.of() : List.of(variable), found.variables());
    }

    @ParameterizedTest
    @CsvSource({"/room", "/roomsx", "/rooms/", "/rooms//edit", "/Rooms", "/rooms/1/edit/", "/files", "//"})
    void findsNothingWhereNoTemplateMatches(String path) {
        Router router = get("/", "/rooms", "/rooms/{id}", "/rooms/{id}/edit", "/files/{*file}");

        assertInstanceOf(Match.NotFound.class, router.match(path, RouteKinds.method(HttpMethod.GET)));
        assertEquals(Set.of(), router.allowed(path));
    }

    @Test
    void aTailAtTheRootTakesEveryPath() {
        Router router = get("/{*all}");

        Match.Found root = assertInstanceOf(Match.Found.class, router.match("/", RouteKinds.method(HttpMethod.GET)));
        Match.Found deep =
                assertInstanceOf(Match.Found.class, router.match("/a/b/", RouteKinds.method(HttpMethod.GET)));

        assertEquals(List.of(""), root.variables());
        assertEquals(List.of("a/b/"), deep.variables());
    }

    @Test
    void goesBackWhereThePreferredWayHasNoRouteOfTheMethod() {
        Router router = Router.of(List.of(http(HttpMethod.POST, "/a/b"), http(HttpMethod.GET, "/a/{x}")));

        Match.Found found =
                assertInstanceOf(Match.Found.class, router.match("/a/b", RouteKinds.method(HttpMethod.GET)));

        assertEquals(List.of("b"), found.variables());
    }

    @Test
    void listsTheMethodsThatAPathAllows() {
        Router router = Router.of(List.of(
                http(HttpMethod.POST, "/a/b"), http(HttpMethod.GET, "/a/{x}"), http(HttpMethod.DELETE, "/{*rest}")));

        Match.NotAllowed refused =
                assertInstanceOf(Match.NotAllowed.class, router.match("/a/b", RouteKinds.method(HttpMethod.PUT)));

        assertEquals(
                Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST, HttpMethod.DELETE, HttpMethod.OPTIONS),
                refused.allowed());
    }

    @Test
    void aSocketIsAskedBeforeThePageOfItsPath() {
        Router router = Router.of(List.of(http(HttpMethod.GET, "/chat/{room}"), socket("/chat/{room}")));

        Match.Found found = assertInstanceOf(Match.Found.class, router.match("/chat/a", RouteKinds.SOCKET_OR_GET));

        assertInstanceOf(Route.Socket.class, found.route().route());
    }

    @Test
    void aPageOfAMoreSpecificPathIsPreferredToASocket() {
        Router router = Router.of(List.of(http(HttpMethod.GET, "/chat/rules"), socket("/chat/{room}")));

        Match.Found found = assertInstanceOf(Match.Found.class, router.match("/chat/rules", RouteKinds.SOCKET_OR_GET));

        assertInstanceOf(Route.Http.class, found.route().route());
    }

    @Test
    void refusesTwoRoutesOfOneShape() {
        StartupException refused = assertThrows(
                StartupException.class,
                () -> Router.of(List.of(http(HttpMethod.GET, "/a/{x}"), http(HttpMethod.GET, "/a/{y}"))));

        assertTrue(refused.getMessage().contains("/a/{x}"), refused.getMessage());
        assertTrue(refused.getMessage().contains("/a/{y}"), refused.getMessage());
    }

    @Test
    void saysHowAnApplicationReplacesThePageOfTheLogin() {
        StartupException refused = assertThrows(
                StartupException.class,
                () -> Router.of(List.of(
                        http(HttpMethod.GET, "/login"),
                        new BoundRoute(Route.get("/login", "FormLogin.show"), 0, NOBODY))));

        assertTrue(
                refused.getMessage()
                        .endsWith(
                                "Change the path of one of them, or their media types, or pass your page to FormLogin.of(logins, page),"
                                        + " or use paths(…)."),
                refused.getMessage());
    }

    /** Against a matcher so plain that it is right at a glance: all templates are tried, and the most specific one wins. */
    @Test
    void agreesWithAPlainMatcherOnRandomTables() {
        Random random = new Random(20_261_123);
        for (int round = 0; round < 2_000; round++) {
            List<String> templates = randomTemplates(random);
            Router router = get(templates.toArray(String[]::new));
            for (int i = 0; i < 10; i++) {
                String path = randomPath(random);
                String expected = PlainMatcher.match(templates, path);
                Match match = router.match(path, RouteKinds.method(HttpMethod.GET));
                String actual = match instanceof Match.Found found
                        ? found.route().route().path() + found.variables()
                        : "";
                assertEquals(expected, actual, () -> templates + " " + path);
            }
        }
    }

    private static List<String> randomTemplates(Random random) {
        List<String> templates = new ArrayList<>();
        Set<String> shapes = new HashSet<>();
        for (int i = 0; i < 6; i++) {
            StringBuilder template = new StringBuilder();
            int segments = random.nextInt(4);
            for (int s = 0; s < segments; s++) {
                template.append('/').append(new String[] {"a", "b", "{v" + s + "}"}[random.nextInt(3)]);
            }
            if (random.nextInt(4) == 0) {
                template.append("/{*t}");
            }
            String text = template.isEmpty() ? "/" : template.toString();
            if (shapes.add(text)) {
                templates.add(text);
            }
        }
        return templates;
    }

    private static String randomPath(Random random) {
        StringBuilder path = new StringBuilder();
        int segments = random.nextInt(5);
        for (int s = 0; s < segments; s++) {
            path.append('/').append(new String[] {"a", "b", "c", ""}[random.nextInt(4)]);
        }
        return path.isEmpty() ? "/" : path.toString();
    }

    private static Router get(String... templates) {
        List<BoundRoute> routes = new ArrayList<>();
        for (String template : templates) {
            routes.add(http(HttpMethod.GET, template));
        }
        return Router.of(routes);
    }

    private static BoundRoute http(HttpMethod method, String path) {
        return new BoundRoute(Route.http(method, path, "Test." + method), 0, NOBODY);
    }

    private static BoundRoute socket(String path) {
        return new BoundRoute(Route.socket(path, "Test.socket", SocketOptions.DEFAULT), 0, NOBODY);
    }
}

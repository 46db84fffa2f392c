package io.jetalyst.internal.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.jetalyst.engine.Exchange.UpgradeSupport;
import io.jetalyst.filter.Filter;
import io.jetalyst.http.HttpProblem;
import io.jetalyst.http.Response;
import io.jetalyst.http.Status;
import io.jetalyst.internal.router.Router;
import io.jetalyst.internal.socket.Fixture;
import io.jetalyst.route.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Filters around single routes: pages, endpoints, and an endpoint that falls back to its page. */
class RouteFiltersTest {
    private static final String PAGE = "Sample.page";
    private static final String CHAT = "Sample.chat";

    private final SampleTable table = new SampleTable();

    /** The routes and the statuses that the filters saw, in order. */
    private final List<String> log = new ArrayList<>();

    private final Filter application = logging("application");
    private final Filter a = logging("a");
    private final Filter b = logging("b");

    /** Logs the route that it sees, and the status of the response. */
    private Filter logging(String name) {
        return (context, next) -> {
            log.add(name + " " + context.route().map(Route::handler).orElse("-"));
            return next.proceed().map(response -> {
                log.add(name + " " + response.status().code());
                return response;
            });
        };
    }

    private Pipeline pipeline(Map<String, List<Filter>> filters) {
        return new Pipeline(Router.of(table.routes(filters)), List.of(application), Fixture.sockets());
    }

    @Test
    void runInsideTheFiltersOfTheApplicationAndAroundTheirRouteOnly() {
        Pipeline pipeline = pipeline(Map.of("Sample.hello", List.of(a, b)));

        new RecordedExchange("GET", "/hello/x").through(pipeline);
        new RecordedExchange("POST", "/rooms").through(pipeline);

        assertEquals(
                List.of(
                        "application Sample.hello",
                        "a Sample.hello",
                        "b Sample.hello",
                        "b 200",
                        "a 200",
                        "application 200",
                        "application Sample.create",
                        "application 204"),
                log);
    }

    @ParameterizedTest
    @CsvSource({"/fails/problem, 409", "/fails/secret, 500", "/fails/null, 500"})
    void seeTheErrorsOfTheMethodAsResponses(String path, int status) {
        new RecordedExchange("GET", path).through(pipeline(Map.of("Sample.fail", List.of(a))));

        assertEquals(List.of("application Sample.fail", "a Sample.fail", "a " + status, "application " + status), log);
    }

    @ParameterizedTest
    @CsvSource({"DELETE, /hello/x, 405", "GET, /nowhere, 404", "GET, '/hello/x;y', 400"})
    void doNotRunAroundRequestsThatNoRouteAnswers(String method, String path, int status) {
        RecordedExchange exchange =
                new RecordedExchange(method, path).through(pipeline(Map.of("Sample.hello", List.of(a))));

        assertEquals(status, exchange.status());
        assertEquals(List.of("application -", "application " + status), log);
    }

    @Test
    void doNotRunAroundRequestsOfOtherSitesThatAreRefused() {
        RecordedExchange exchange = new RecordedExchange("POST", "/rooms")
                .header("Sec-Fetch-Site", "cross-site")
                .header("Origin", "https://evil.example")
                .through(pipeline(Map.of("Sample.create", List.of(a))));

        assertEquals(403, exchange.status());
        assertEquals(List.of("application Sample.create", "application 403"), log);
    }

    @Test
    void answerInPlaceOfTheMethod() {
        Filter refuse = (context, next) -> {
            throw HttpProblem.of(Status.FORBIDDEN, "Members only.");
        };

        RecordedExchange exchange =
                new RecordedExchange("GET", "/chat/x").through(pipeline(Map.of(PAGE, List.of(a, refuse, b))));

        assertEquals(403, exchange.status());
        assertEquals(List.of("application " + PAGE, "a " + PAGE, "a 403", "application 403"), log);
        assertEquals(List.of(), table.seen);
    }

    @Test
    void runAroundTheHandshakeOfTheirEndpoint() {
        RecordedExchange exchange = RecordedExchange.handshake("/chat/x?name=ann")
                .through(pipeline(Map.of(CHAT, List.of(a), PAGE, List.of(b))));

        assertNotNull(exchange.upgraded());
        assertEquals(List.of("application " + CHAT, "a " + CHAT, "a 101", "application 101"), log);
    }

    @Test
    void rejectTheHandshakeBeforeTheEndpointIsCalled() {
        Filter refuse = (context, next) -> Response.of(Status.UNAUTHORIZED);

        RecordedExchange exchange =
                RecordedExchange.handshake("/chat/x?name=ann").through(pipeline(Map.of(CHAT, List.of(refuse))));

        assertEquals(401, exchange.status());
        assertEquals(List.of(), table.connected);
    }

    @Test
    void ofThePageRunWhenTheEndpointDeclinesTheHandshakeAndEachRunsOnce() {
        RecordedExchange exchange = RecordedExchange.handshake("/chat/x?name=shy")
                .through(pipeline(Map.of(CHAT, List.of(a), PAGE, List.of(b, a))));

        assertEquals("the page of x", exchange.text());
        assertEquals(
                List.of("application " + CHAT, "a " + CHAT, "b " + PAGE, "b 200", "a 200", "application 200"), log);
    }

    @Test
    void ofThePageRefuseTheRequestThatTheEndpointDeclined() {
        Filter refuse = (context, next) -> Response.of(Status.UNAUTHORIZED);

        RecordedExchange exchange = RecordedExchange.handshake("/chat/x?name=shy")
                .through(pipeline(Map.of(CHAT, List.of(a), PAGE, List.of(refuse))));

        assertEquals(401, exchange.status());
        assertEquals(List.of(), table.seen);
    }

    @Test
    void ofThePageRunAroundBothMethodsForAnyOtherRequest() {
        new RecordedExchange("GET", "/chat/x?name=ann")
                .through(pipeline(Map.of(CHAT, List.of(a), PAGE, List.of(a, b))));

        assertEquals(
                List.of("application " + PAGE, "a " + PAGE, "b " + PAGE, "b 200", "a 200", "application 200"), log);
        assertEquals(List.of("ann"), table.connected);
    }

    /** Otherwise the endpoint would run without the filter that guards it. */
    @Test
    void thatThePageDoesNotHaveKeepTheEndpointFromBeingCalled() {
        RecordedExchange exchange = new RecordedExchange("GET", "/chat/x?name=ann")
                .through(pipeline(Map.of(CHAT, List.of(a), PAGE, List.of(b))));

        assertEquals("the page of x", exchange.text());
        assertEquals(List.of(), table.connected);
        assertEquals(List.of("application " + PAGE, "b " + PAGE, "b 200", "application 200"), log);
    }

    @Test
    void ofAnEndpointWithoutAPageRunAroundEveryRequest() {
        Pipeline pipeline = pipeline(Map.of("Sample.socket", List.of(a)));

        assertEquals(
                426, new RecordedExchange("GET", "/socket").through(pipeline).status());
        assertEquals(
                426,
                RecordedExchange.handshake("/socket")
                        .support(UpgradeSupport.NONE, "HTTP/1.0")
                        .through(pipeline)
                        .status());
        assertEquals(
                List.of("a Sample.socket", "a Sample.socket"),
                log.stream().filter("a Sample.socket"::equals).toList());
    }

    @Test
    void mayGoOnOnlyOnce() {
        Filter twice = (context, next) -> {
            next.proceed();
            return next.proceed();
        };

        RecordedExchange exchange = RecordedExchange.handshake("/chat/x?name=shy")
                .through(pipeline(Map.of(CHAT, List.of(a), PAGE, List.of(twice))));

        assertEquals(500, exchange.status());
        assertEquals(1, table.seen.size());
    }

    @Test
    void decideWhetherTheRouteMayBlock() {
        Filter nonBlocking = Filter.nonBlocking((context, next) -> next.proceed());
        Filter blocking = (context, next) -> next.proceed();

        assertEquals(0, hops(List.of(nonBlocking)));
        assertEquals(1, hops(List.of(nonBlocking, blocking)));
    }

    private int hops(List<Filter> filters) {
        Pipeline pipeline =
                new Pipeline(Router.of(table.routes(Map.of("Sample.quick", filters))), List.of(), Fixture.sockets());
        return new RecordedExchange("GET", "/quick").through(pipeline).executed();
    }
}

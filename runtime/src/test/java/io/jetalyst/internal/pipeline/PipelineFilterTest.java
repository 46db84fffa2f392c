package io.jetalyst.internal.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.engine.Exchange.UpgradeSupport;
import io.jetalyst.filter.Filter;
import io.jetalyst.filter.Key;
import io.jetalyst.http.Deferred;
import io.jetalyst.http.HttpProblem;
import io.jetalyst.http.Response;
import io.jetalyst.http.Status;
import io.jetalyst.internal.router.Router;
import io.jetalyst.internal.socket.Fixture;
import io.jetalyst.route.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Filters around every request, and around handshakes. */
class PipelineFilterTest {
    private final SampleTable table = new SampleTable();

    @Test
    void filtersRunInTheirOrderAroundEveryRequest() {
        List<String> order = new ArrayList<>();
        Key<String> key = Key.of("left");
        Filter first = (context, next) -> {
            order.add("first " + context.route().map(Object::toString).orElse("none"));
            context.put(key, "by the first");
            return next.proceed().map(response -> response.header("X-First", "1"));
        };
        Filter second = (context, next) -> {
            order.add("second, found " + context.get(key).orElse("nothing"));
            return next.proceed();
        };
        Pipeline pipeline = pipeline(first, second);

        RecordedExchange found = new RecordedExchange("GET", "/hello/a").through(pipeline);

        assertEquals("1", found.answered("X-First"));
        assertEquals(List.of("first GET /hello/{name} (Sample.hello)", "second, found by the first"), order);
    }

    @Test
    void aFilterSeesARequestWithoutARouteAndMayAnswerIt() {
        Filter rescue = (context, next) -> context.route().isPresent() ? next.proceed() : Response.text("rescued");

        RecordedExchange exchange = new RecordedExchange("GET", "/nowhere").through(pipeline(rescue));

        assertEquals("rescued", exchange.text());
    }

    @Test
    void aFilterThatGoesOnTwiceIsAnError() {
        Filter twice = (context, next) -> {
            next.proceed();
            return next.proceed();
        };

        assertEquals(
                500,
                new RecordedExchange("POST", "/rooms").through(pipeline(twice)).status());
    }

    @Test
    void aFilterMayDeferItsResult() {
        Filter header = (context, next) -> next.proceed().map(response -> response.header("X-Late", "1"));
        RecordedExchange exchange = new RecordedExchange("GET", "/later").through(pipeline(header));

        table.later.complete("now");

        assertEquals("1", exchange.answered("X-Late"));
    }

    @ParameterizedTest
    @CsvSource({
        "GET,    /hello/a,       200",
        "GET,    /hello/%ff,     400",
        "GET,    '/hello/a;x',   400",
        "BREW,   /hello/a,       501",
        "GET,    /nowhere,       404",
        "DELETE, /hello/a,       405",
        "GET,    /fails/problem, 409",
        "GET,    /fails/secret,  500",
        "GET,    /fails/null,    500",
        "GET,    /socket,        426",
    })
    void changesEveryResponseByAFilter(String method, String target, int status) {
        Filter header = (context, next) -> next.proceed().map(response -> response.header("X-Filter", "1"));

        RecordedExchange exchange = new RecordedExchange(method, target).through(pipeline(header));

        assertEquals(status, exchange.status());
        assertEquals("1", exchange.answered("X-Filter"));
    }

    @Test
    void changesTheResponseOfAFailedStageByAFilter() {
        Filter header = (context, next) -> next.proceed().map(response -> response.header("X-Filter", "1"));
        RecordedExchange exchange = new RecordedExchange("GET", "/later").through(pipeline(header));

        table.later.completeExceptionally(new IllegalStateException("password=hunter2"));

        assertEquals(500, exchange.status());
        assertEquals("1", exchange.answered("X-Filter"));
    }

    @Test
    void changesTheProblemOfALaterFilterByAnEarlierFilter() {
        Filter header = (context, next) -> next.proceed().map(response -> response.header("X-Filter", "1"));
        Filter refuse = (context, next) -> {
            throw HttpProblem.of(Status.FORBIDDEN, "Members only.");
        };

        RecordedExchange exchange = new RecordedExchange("GET", "/hello/a").through(pipeline(header, refuse));

        assertEquals(403, exchange.status());
        assertEquals("1", exchange.answered("X-Filter"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "deferred null", "mapped to null", "null stage"})
    void sends500WithIdIfAFilterReturnsNoResponse(String how) {
        Filter filter = (context, next) -> switch (how) {
            case "null" -> null;
            case "deferred null" -> new Deferred(CompletableFuture.completedFuture(null));
            case "null stage" -> new Deferred(null);
            default -> next.proceed().map(response -> null);
        };

        RecordedExchange exchange = new RecordedExchange("GET", "/hello/a").through(pipeline(filter));

        assertEquals(500, exchange.status());
        assertTrue(exchange.text().contains("\"instance\":\"urn:uuid:"), exchange.text());
    }

    @Test
    void sends500IfADeferredResponseIsMappedToNull() {
        Filter filter = (context, next) -> next.proceed().map(response -> null);
        RecordedExchange exchange = new RecordedExchange("GET", "/later").through(pipeline(filter));

        table.later.complete("now");

        assertEquals(500, exchange.status());
    }

    @Test
    void keepsWhatAFilterPutWhenTheSocketFallsBackToItsPage() {
        Key<String> key = Key.of("user");
        Filter user = (context, next) -> {
            context.put(key, "ann");
            return next.proceed()
                    .map(response -> response.header(
                            "X-Seen",
                            context.get(key).orElse("-") + " "
                                    + context.route().orElseThrow().handler()));
        };

        RecordedExchange page = new RecordedExchange("GET", "/chat/a").through(pipeline(user));

        assertEquals("the page of a", page.text());
        assertEquals("ann Sample.page", page.answered("X-Seen"));
        assertEquals("ann", table.seen.get(0).get(key).orElse("-"));
    }

    @Test
    void showsFiltersTheRoutesThatMayAnswer() {
        List<String> routes = new ArrayList<>();
        Filter filter = (context, next) -> {
            routes.add(context.route().map(Route::handler).orElse("-") + ", "
                    + context.fallback().map(Route::handler).orElse("-"));
            return next.proceed();
        };
        Pipeline pipeline = pipeline(filter);

        new RecordedExchange("GET", "/chat/a?name=ann").through(pipeline);
        RecordedExchange.handshake("/chat/a?name=shy").through(pipeline);
        RecordedExchange.handshake("/socket").through(pipeline);
        new RecordedExchange("GET", "/socket").through(pipeline);

        assertEquals(
                List.of("Sample.page, -", "Sample.chat, Sample.page", "Sample.socket, -", "Sample.socket, -"), routes);
    }

    @Test
    void noFilterCanBeWalkedAroundByAHandshake() {
        Filter refuse = (context, next) -> Response.of(Status.UNAUTHORIZED);
        Filter change = (context, next) -> {
            next.proceed();
            return Response.of(Status.FORBIDDEN);
        };

        assertEquals(
                401,
                RecordedExchange.handshake("/socket").through(pipeline(refuse)).status());
        assertEquals(
                403,
                RecordedExchange.handshake("/socket").through(pipeline(change)).status());
    }

    @Test
    void aFilterAddsHeadersToTheAnswerOfAHandshake() {
        Filter cookie = (context, next) -> next.proceed().map(response -> response.addHeader("Set-Cookie", "a=1"));

        RecordedExchange exchange = RecordedExchange.handshake("/socket").through(pipeline(cookie));

        assertEquals("a=1", exchange.upgraded().headers().get(0).value());
    }

    @Test
    void anEngineThatCannotUpgradeServesPagesAllTheSame() {
        RecordedExchange exchange = RecordedExchange.handshake("/hello/a")
                .support(UpgradeSupport.NONE, "HTTP/1.0")
                .through(pipeline());

        assertEquals("Hello, a", exchange.text());
    }

    private Pipeline pipeline(Filter... filters) {
        return new Pipeline(Router.of(table.routes()), List.of(filters), Fixture.sockets());
    }
}

package io.jetalyst.internal.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PipelineTest {
    private final SampleTable table = new SampleTable();

    @Test
    void callsTheControllerAndSendsItsResult() {
        RecordedExchange exchange = get("/hello/w%C3%B6rld%20%2B");

        assertEquals(200, exchange.status());
        assertEquals("Hello, wörld +", exchange.text());
        assertEquals("text/plain;charset=utf-8", exchange.answered("Content-Type"));
        assertEquals("nosniff", exchange.answered("X-Content-Type-Options"));
        assertEquals("no-store", exchange.answered("Cache-Control"));
    }

    @ParameterizedTest
    @CsvSource({
        "HEAD,    /hello/a,  200, ''",
        "OPTIONS, /hello/a,  204, 'GET, HEAD, OPTIONS'",
        "OPTIONS, /rooms,    204, 'POST, OPTIONS'",
        "OPTIONS, *,         204, 'GET, HEAD, OPTIONS'",
        "OPTIONS, /nowhere,  404, ''",
        "POST,    /hello/a,  405, 'GET, HEAD, OPTIONS'",
        "GET,     /rooms,    405, 'POST, OPTIONS'",
        "DELETE,  /chat/a,   405, 'GET, HEAD, OPTIONS'",
        "POST,    /socket,   405, 'GET, HEAD, OPTIONS'",
        "TRACE,   /hello/a,  405, 'GET, HEAD, OPTIONS'",
        "CONNECT, /hello/a,  400, ''",
        "get,     /hello/a,  501, ''",
        "BREW,    /hello/a,  501, ''",
        "GET,     /nowhere,  404, ''",
        "GET,     /hello/,   404, ''",
        "GET,     /hello/a/, 404, ''",
        "GET,     '/hello/a;x', 400, ''",
        "GET,     /hello/a%3Bx, 400, ''",
        "GET,     *,         400, ''",
        "GET,     hello/a,   400, ''",
        "POST,    /rooms,    204, ''",
    })
    void answersTheMethodOrSaysWhichWouldDo(String method, String target, int status, String allow) {
        RecordedExchange exchange = new RecordedExchange(method, target).through(pipeline());

        assertEquals(status, exchange.status());
        assertEquals(allow, exchange.answered("Allow"));
    }

    @Test
    void aBadPathVariableIsA400ThatNamesIt() {
        RecordedExchange exchange = get("/hello/%ff");

        assertEquals(400, exchange.status());
        assertEquals("application/problem+json", exchange.answered("Content-Type"));
        assertEquals(
                "{\"type\":\"about:blank\",\"title\":\"Bad Request\",\"status\":400,"
                        + "\"detail\":\"The path parameter \\\"name\\\" is not valid percent-encoded UTF-8.\","
                        + "\"errors\":[{\"in\":\"path\",\"name\":\"name\",\"code\":\"encoding\","
                        + "\"detail\":\"is not valid percent-encoded UTF-8\"}]}",
                exchange.text());
    }

    @Test
    void aProblemIsJsonForAProgramAndAnEscapedPageForABrowser() {
        RecordedExchange json = get("/fails/problem");
        RecordedExchange page = new RecordedExchange("GET", "/fails/problem")
                .header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
                .through(pipeline());

        assertEquals(409, json.status());
        assertTrue(json.text().contains("\"detail\":\"Somebody \\u003celse> was \\\"first\\\".\""), json.text());
        assertEquals(409, page.status());
        assertEquals("text/html;charset=utf-8", page.answered("Content-Type"));
        assertTrue(page.text().contains("Somebody &lt;else&gt; was &quot;first&quot;."), page.text());
        assertTrue(page.answered("Content-Security-Policy").startsWith("default-src 'none';"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"secret", "checked", "error", "unprintable", "null", "upgrade"})
    void anExceptionIsA500ThatTellsNothingButAName(String how) {
        RecordedExchange exchange = get("/fails/" + how);

        assertEquals(500, exchange.status());
        assertTrue(exchange.text().contains("\"instance\":\"urn:uuid:"), exchange.text());
        for (String secret : List.of("hunter2", "Exception", "StackOverflow", "io.jetalyst", "script", "null")) {
            assertFalse(exchange.text().contains(secret), exchange.text());
        }
    }

    @Test
    void aDeferredResultAnswersWhenItIsThere() {
        RecordedExchange exchange = get("/later");

        table.later.complete("now");

        assertEquals("now", exchange.text());
        assertEquals("nosniff", exchange.answered("X-Content-Type-Options"));
    }

    @Test
    void aDeferredFailureIsAnsweredLikeAThrownOne() {
        RecordedExchange exchange = get("/later");

        table.later.completeExceptionally(new IllegalStateException("password=hunter2"));

        assertEquals(500, exchange.status());
        assertFalse(exchange.text().contains("hunter2"));
    }

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
    void sends400IfTheEndpointItselfThrowsABindingProblem() {
        RecordedExchange exchange = new RecordedExchange("GET", "/chat/a?name=%ff-in-method").through(pipeline());
        RecordedExchange thrown = new RecordedExchange("GET", "/chat/a?name=picky").through(pipeline());

        assertEquals("the page of a", exchange.text());
        assertEquals(400, thrown.status());
    }

    @Test
    void runsNonBlockingRoutesAndFiltersOnTheThreadOfTheEngine() {
        Filter blocking = (context, next) -> next.proceed();
        Filter nonBlocking = Filter.nonBlocking(blocking);

        assertEquals(0, hops("GET", "/quick", nonBlocking, nonBlocking));
        assertEquals(1, hops("GET", "/quick", nonBlocking, blocking));
        assertEquals(1, hops("GET", "/hello/a", nonBlocking));
        assertEquals(0, hops("GET", "/nowhere"));
        assertEquals(1, hops("GET", "/nowhere", blocking));
        assertEquals(1, hops("GET", "/chat/a"), "the endpoint of the path is asked, and may block");
    }

    private int hops(String method, String target, Filter... filters) {
        return new RecordedExchange(method, target).through(pipeline(filters)).executed();
    }

    @Test
    void sends503AtOnceIfAllThreadsAreTaken() {
        RecordedExchange exchange =
                new RecordedExchange("GET", "/hello/a").busy().through(pipeline());

        assertEquals(503, exchange.status());
        assertEquals("1", exchange.answered("Retry-After"));
        assertEquals("nosniff", exchange.answered("X-Content-Type-Options"));
    }

    @Test
    void endsADeferredResponseWhoseClientHasGone() {
        RecordedExchange exchange = new RecordedExchange("GET", "/later").through(pipeline());

        exchange.abort();
        table.later.complete("too late");

        assertEquals(503, exchange.status());
    }

    @Test
    void sends503IfADeferredResponseNeverCompletes() throws Exception {
        Filter header = (context, next) -> next.proceed().map(response -> response.header("X-Filter", "1"));
        Pipeline pipeline = pipeline(Duration.ofMillis(20), header);

        RecordedExchange exchange = new RecordedExchange("GET", "/later").through(pipeline);
        exchange.await();
        table.later.complete("too late");

        assertEquals(503, exchange.status());
        assertEquals("1", exchange.answered("X-Filter"));
    }

    @Test
    void sends503IfTheResponseOfAFilterNeverCompletes() throws Exception {
        Filter never = (context, next) -> {
            next.proceed();
            return new Deferred(new CompletableFuture<>());
        };

        RecordedExchange exchange =
                new RecordedExchange("GET", "/hello/a").through(pipeline(Duration.ofMillis(20), never));
        exchange.await();

        assertEquals(503, exchange.status());
    }

    @Test
    void sends503ForOtherRequestsWhileAFilterBlocksOnOne() throws Exception {
        CountDownLatch blocked = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        Filter blocking = (context, next) -> next.proceed().map(response -> {
            if (context.request().query().equals("block")) {
                blocked.countDown();
                awaitQuietly(release);
            }
            return response;
        });
        Pipeline pipeline = pipeline(Duration.ofMillis(20), blocking);
        try {
            new RecordedExchange("GET", "/later?block").through(pipeline);
            assertTrue(blocked.await(10, TimeUnit.SECONDS));

            RecordedExchange other = new RecordedExchange("GET", "/later").through(pipeline);
            other.await();

            assertEquals(503, other.status());
        } finally {
            release.countDown();
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
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

    private RecordedExchange get(String target) {
        return new RecordedExchange("GET", target).through(pipeline());
    }

    private Pipeline pipeline(Duration answerTimeout, Filter... filters) {
        PipelineOptions options = PipelineOptions.defaults().answerTimeout(answerTimeout);
        return new Pipeline(Router.of(table.routes()), List.of(filters), Fixture.sockets(), options);
    }

    private Pipeline pipeline(Filter... filters) {
        return new Pipeline(Router.of(table.routes()), List.of(filters), Fixture.sockets());
    }
}

package io.jetalyst.jetty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.App;
import io.jetalyst.RunningApp;
import io.jetalyst.contract.engine.Answer;
import io.jetalyst.contract.engine.ContractClient;
import io.jetalyst.filter.Context;
import io.jetalyst.http.Deferred;
import io.jetalyst.http.EntityTag;
import io.jetalyst.http.HttpProblem;
import io.jetalyst.http.Response;
import io.jetalyst.http.Result;
import io.jetalyst.http.Status;
import io.jetalyst.route.CorsRule;
import io.jetalyst.route.Route;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests of pages of other origins, over HTTP/1.1 and HTTP/2. */
@Timeout(60)
class CorsServerTest {
    private static final String PAGE = "https://app.example";
    private static final String ALLOW_ORIGIN = "access-control-allow-origin";
    private static final Executor LATER = task -> new Thread(task).start();

    private RunningApp app;

    private void start(String... settings) {
        app = App.builder()
                .args("--port=0")
                .args(settings)
                .filter((context, next) -> {
                    if (context.request().header("X-Refused").isPresent()) {
                        throw HttpProblem.of(Status.UNAUTHORIZED, "The filter refuses this request.");
                    }
                    return next.proceed();
                })
                .mount(new Table())
                .build()
                .start();
    }

    @AfterEach
    void stop() {
        app.close();
    }

    private Answer send(boolean http2, String method, String path, String... fields) throws Exception {
        try (ContractClient client =
                http2 ? new Http2Client(app.port(), () -> {}) : new Http1Client(app.port(), () -> {})) {
            return client.call(method, path, 0, fields).await();
        }
    }

    private Answer preflight(boolean http2, String path, String origin, String method, String... more)
            throws Exception {
        String[] fields = new String[4 + more.length];
        System.arraycopy(new String[] {"origin", origin, "access-control-request-method", method}, 0, fields, 0, 4);
        System.arraycopy(more, 0, fields, 4, more.length);
        return send(http2, "OPTIONS", path, fields);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void answersPreflightWithTheMethodsThatPermitTheOrigin(boolean http2) throws Exception {
        start();
        Answer answer = preflight(
                http2,
                "/orders",
                PAGE,
                "PUT",
                "access-control-request-headers",
                "content-type,x-token",
                "x-refused",
                "1");

        assertEquals(204, answer.status());
        assertEquals(List.of(PAGE), answer.headers().get(ALLOW_ORIGIN));
        assertEquals("GET, HEAD, PUT", answer.header("access-control-allow-methods"));
        assertEquals("Content-Type, X-Token", answer.header("access-control-allow-headers"));
        assertEquals("true", answer.header("access-control-allow-credentials"));
        assertEquals("600", answer.header("access-control-max-age"));
        assertTrue(answer.header("vary").startsWith("Origin, Access-Control-Request-Method"), answer.header("vary"));
    }

    @ParameterizedTest
    @CsvSource({
        "/orders, https://evil.example, PUT, ''",
        "/orders, null, PUT, ''",
        "/orders, https://app.example.evil.example, PUT, ''",
        "/orders, HTTPS://APP.EXAMPLE, PUT, ''",
        "/orders, https://app.example:443, PUT, ''",
        "/orders, https://app.example, DELETE, ''",
        "/orders, https://app.example, POST, ''",
        "/orders, https://app.example, TRACE, ''",
        "/orders, https://app.example, put, ''",
        "/orders, https://app.example, PUT, x-other",
        "/orders, https://app.example, PUT, 'content-type, x-other'",
    })
    void deniesOtherPreflights(String path, String origin, String method, String names) throws Exception {
        start();
        for (boolean http2 : new boolean[] {false, true}) {
            Answer answer = names.isEmpty()
                    ? preflight(http2, path, origin, method)
                    : preflight(http2, path, origin, method, "access-control-request-headers", names);

            assertEquals(403, answer.status());
            assertEquals(List.of(), allowing(answer));
            assertTrue(answer.header("vary").contains("Origin"), answer.header("vary"));
            assertFalse(answer.text().contains("X-Token"), answer.text());
        }
    }

    @Test
    void deniesRequestsFromPublicNetworksToPrivateOnes() throws Exception {
        start();
        Answer answer = preflight(false, "/orders", PAGE, "PUT", "access-control-request-private-network", "true");
        assertEquals(403, answer.status());
        assertEquals(List.of(), allowing(answer));
    }

    @Test
    void saysInDevModeWhyPreflightIsDenied() throws Exception {
        start("--mode=dev");
        Answer answer = preflight(false, "/orders", PAGE, "DELETE");
        assertTrue(
                answer.text().contains("this path permits [GET, HEAD, PUT] to this origin, not DELETE"), answer.text());
    }

    @Test
    void answersOptionsOfPathsWithoutRuleAsBefore() throws Exception {
        start();
        Answer answer = preflight(false, "/private", PAGE, "GET");
        assertEquals(204, answer.status());
        assertEquals("GET, HEAD, OPTIONS", answer.header("allow"));
        assertEquals(List.of(), allowing(answer));
        assertEquals(404, preflight(false, "/nowhere", PAGE, "GET").status());
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /orders, 200",
        "HEAD, /orders, 200",
        "POST, /orders, 405",
        "GET, /failing, 500",
        "GET, /problem, 404",
        "GET, /deferred, 200",
        "GET, /late, 500",
        "PUT, /orders, 200",
    })
    void letsPermittedPageReadEachResponse(String method, String path, int status) throws Exception {
        start();
        for (boolean http2 : new boolean[] {false, true}) {
            Answer answer = send(http2, method, path, "origin", PAGE, "cookie", "a=b", "sec-fetch-site", "cross-site");

            assertEquals(status, answer.status());
            assertEquals(List.of(PAGE), answer.headers().get(ALLOW_ORIGIN));
            assertEquals("true", answer.header("access-control-allow-credentials"));
            assertEquals("ETag", answer.header("access-control-expose-headers"));
            assertTrue(varies(answer), answer.headers().toString());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "null", "https://app.example, https://evil.example", ""})
    void letsNoOtherPageReadAndVariesForCaches(String origin) throws Exception {
        start();
        for (String path : List.of("/orders", "/failing", "/deferred")) {
            Answer answer = origin.isEmpty() ? send(false, "GET", path) : send(false, "GET", path, "origin", origin);
            assertEquals(List.of(), allowing(answer));
            assertTrue(varies(answer), answer.headers().toString());
        }
        assertEquals(List.of(), allowing(send(false, "GET", "/private", "origin", PAGE)));
    }

    @Test
    void letsPageReadResponsesOfFiltersAndConditions() throws Exception {
        start();
        Answer refused = send(false, "GET", "/orders", "origin", PAGE, "x-refused", "1");
        assertEquals(401, refused.status());
        assertEquals(List.of(PAGE), refused.headers().get(ALLOW_ORIGIN));

        Answer notModified = send(false, "GET", "/orders", "origin", PAGE, "if-none-match", "\"v1\"");
        assertEquals(304, notModified.status());
        assertEquals(List.of(PAGE), notModified.headers().get(ALLOW_ORIGIN));
        assertTrue(varies(notModified), notModified.headers().toString());
    }

    @Test
    void sendsStarToAllWithoutVarying() throws Exception {
        start();
        for (String[] fields : new String[][] {{}, {"origin", "https://any.example"}, {"origin", "null"}}) {
            Answer answer = send(false, "GET", "/public", fields);
            assertEquals(List.of("*"), answer.headers().get(ALLOW_ORIGIN));
            assertFalse(answer.headers().containsKey("access-control-allow-credentials"));
            assertFalse(varies(answer));
        }
        assertEquals("*", preflight(false, "/public", "null", "POST").header(ALLOW_ORIGIN));
    }

    @ParameterizedTest
    @CsvSource({
        "PUT, /orders, https://app.example, cookie, 200",
        "PUT, /orders, https://evil.example, accept, 403",
        "DELETE, /orders, https://app.example, accept, 403",
        "POST, /public, https://any.example, accept, 200",
        "POST, /public, null, accept, 200",
        "POST, /public, https://any.example, cookie, 403",
        "POST, /public, https://any.example, authorization, 403",
    })
    void letsPermittedPageChangeSomething(String method, String path, String origin, String field, int status)
            throws Exception {
        start();
        for (String site : List.of("cross-site", "same-site")) {
            assertEquals(
                    status,
                    send(false, method, path, "origin", origin, "sec-fetch-site", site, field, "a=b")
                            .status());
        }
        assertEquals(
                status, send(true, method, path, "origin", origin, field, "a=b").status());
    }

    /** The browser keeps the cookie of a response that it loads as a page, such as that of a login. */
    @ParameterizedTest
    @CsvSource({
        "navigate, application/x-www-form-urlencoded, 403",
        "no-cors, text/plain, 403",
        "cors, application/x-www-form-urlencoded, 200",
        "'', application/x-www-form-urlencoded, 403",
        "'', Multipart/Form-Data; boundary=a, 403",
        "'', text/plain;charset=UTF-8, 403",
        "'', application/json, 200",
    })
    void letsNoFormOfAnyPageChangeSomething(String mode, String type, int status) throws Exception {
        start();
        String origin = "https://any.example";
        Answer answer = mode.isEmpty()
                ? send(false, "POST", "/public", "origin", origin, "content-type", type)
                : send(
                        false,
                        "POST",
                        "/public",
                        "origin",
                        origin,
                        "content-type",
                        type,
                        "sec-fetch-site",
                        "cross-site",
                        "sec-fetch-mode",
                        mode);
        assertEquals(status, answer.status());
    }

    @Test
    void appliesSettingsToRoutesWithoutRuleAndToErrors() throws Exception {
        start(
                "--server.cors.origins=https://other.example",
                "--server.cors.exposed=X-Total",
                "--server.cors.max-age=1m");
        for (String path : List.of("/private", "/nowhere", "/a;b")) {
            Answer answer = send(false, "GET", path, "origin", "https://other.example");
            assertEquals("https://other.example", answer.header(ALLOW_ORIGIN), path);
            assertEquals("X-Total", answer.header("access-control-expose-headers"));
            assertFalse(answer.headers().containsKey("access-control-allow-credentials"));
        }
        assertEquals(List.of(), allowing(send(false, "GET", "/orders", "origin", "https://other.example")));
        Answer preflight = preflight(false, "/private", "https://other.example", "GET");
        assertEquals("GET, HEAD", preflight.header("access-control-allow-methods"));
        assertEquals("60", preflight.header("access-control-max-age"));
        assertEquals(
                "DELETE",
                preflight(false, "/orders", "https://other.example", "DELETE").header("access-control-allow-methods"));
    }

    @Test
    void permitsPathsBelowTheBasePathOnly() throws Exception {
        start("--server.base-path=/app");
        assertEquals(204, preflight(false, "/app/orders", PAGE, "PUT").status());
        Answer outside = preflight(false, "/orders", PAGE, "PUT");
        assertEquals(404, outside.status());
        assertEquals(List.of(), allowing(outside));
    }

    @Test
    void keepsFieldThatTheResponseHas() throws Exception {
        start();
        Answer answer = send(false, "GET", "/own", "origin", PAGE);
        assertEquals(List.of("https://own.example"), answer.headers().get(ALLOW_ORIGIN));
    }

    @Test
    void opensNoSocketToPermittedOrigins() throws Exception {
        start("--server.cors.origins=https://other.example");
        assertEquals(
                403,
                send(
                                false,
                                "GET",
                                "/socket",
                                "origin",
                                "https://other.example",
                                "connection",
                                "upgrade",
                                "upgrade",
                                "websocket",
                                "sec-websocket-version",
                                "13",
                                "sec-websocket-key",
                                "AAAAAAAAAAAAAAAAAAAAAA==")
                        .status());
    }

    private static List<String> allowing(Answer answer) {
        return answer.headers().keySet().stream()
                .filter(name -> name.startsWith("access-control-"))
                .toList();
    }

    private static boolean varies(Answer answer) {
        return answer.headers().getOrDefault("vary", List.of()).stream()
                .anyMatch(value -> List.of(value.split(", ?")).contains("Origin"));
    }

    private static final class Table implements TestTable {
        private static final CorsRule RULE = CorsRule.of(PAGE)
                .credentials()
                .permitHeaders("Content-Type", "X-Token")
                .exposeHeaders("ETag");

        @Override
        public List<Route> routes() {
            return List.of(
                    Route.get("/orders", "Orders.list").allowOrigins(RULE),
                    Route.put("/orders", "Orders.change").allowOrigins(RULE),
                    Route.delete("/orders", "Orders.remove"),
                    Route.get("/failing", "Orders.fail").allowOrigins(RULE),
                    Route.get("/problem", "Orders.find").allowOrigins(RULE),
                    Route.get("/deferred", "Orders.later").allowOrigins(RULE),
                    Route.get("/late", "Orders.failLater").allowOrigins(RULE),
                    Route.get("/own", "Orders.own").allowOrigins(RULE),
                    Route.get("/private", "Orders.hidden"),
                    Route.get("/public", "Orders.all").allowOrigins(CorsRule.of("*")),
                    Route.post("/public", "Orders.add").allowOrigins(CorsRule.of("*")),
                    Route.socket("/socket", "Orders.socket"));
        }

        @Override
        public Result call(int route, Context context) {
            return switch (route) {
                case 3 -> throw new IllegalStateException("for the test");
                case 4 -> throw HttpProblem.notFound("No such order.");
                case 5 -> new Deferred(CompletableFuture.supplyAsync(() -> Response.text("later"), LATER));
                case 6 -> new Deferred(CompletableFuture.failedFuture(new IllegalStateException("for the test")));
                case 7 -> Response.text("own").header("Access-Control-Allow-Origin", "https://own.example");
                default -> Response.text("done").etag(EntityTag.of("v1"));
            };
        }
    }
}

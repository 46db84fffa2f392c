package io.jetalyst.internal.cors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.http.Cookie;
import io.jetalyst.http.Headers;
import io.jetalyst.http.Request;
import io.jetalyst.http.Response;
import io.jetalyst.internal.log.CapturedLog;
import io.jetalyst.internal.router.BoundRoute;
import io.jetalyst.internal.router.Router;
import io.jetalyst.route.CorsRule;
import io.jetalyst.route.Route;
import io.jetalyst.table.Invoker;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The log says why a page of another origin receives no cookie. */
class CorsLogTest {
    private static final String PAGE = "https://app.example";

    /** The lines of the log while a page of this origin receives a response. */
    private static String log(CorsRule rule, String origin, Response response, boolean development) {
        Route route = Route.post("/visit", "Visits.add").allowOrigins(rule);
        BoundRoute bound = new BoundRoute(route, 0, new Invoker() {});
        Cors cors = Cors.of(Router.of(List.of(bound)), null, development);
        Request request = Request.builder("POST", "/visit")
                .headers(Headers.of(Map.of("Origin", List.of(origin), "Sec-Fetch-Mode", List.of("cors"))))
                .build();
        try (CapturedLog log = new CapturedLog()) {
            cors.complete(request, route, response);
            return log.text();
        }
    }

    private static Response withCookie() {
        return Response.text("hello").cookie(Cookie.of("visit", "1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", PAGE})
    void namesTheMissingCredentialsInDevMode(String origins) {
        String log = log(CorsRule.of(origins), PAGE, withCookie(), true);
        assertTrue(
                log.contains("A page of https://app.example receives no cookie from /visit, because @AllowOrigins there"
                        + " has no credentials. See docs/security.md#cors."),
                log);
    }

    @ParameterizedTest
    @CsvSource({"false, true, true", "true, false, true", "true, true, false"})
    void isSilentInProductionWithCredentialsAndWithoutACookie(
            boolean isDevelopment, boolean isWithoutCredentials, boolean hasCookie) {
        CorsRule rule =
                isWithoutCredentials ? CorsRule.of(PAGE) : CorsRule.of(PAGE).credentials();
        assertEquals("", log(rule, PAGE, hasCookie ? withCookie() : Response.text("hello"), isDevelopment));
    }
}

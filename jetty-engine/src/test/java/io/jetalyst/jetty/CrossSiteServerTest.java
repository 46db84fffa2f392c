package io.jetalyst.jetty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.App;
import io.jetalyst.RunningApp;
import io.jetalyst.filter.Context;
import io.jetalyst.http.HttpMethod;
import io.jetalyst.http.Result;
import io.jetalyst.route.BodyRule;
import io.jetalyst.route.Route;
import io.jetalyst.support.Results;
import io.jetalyst.testkit.RawSocket;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests of pages of other sites, as browsers send them. */
@Timeout(60)
class CrossSiteServerTest {
    private final AtomicInteger calls = new AtomicInteger();
    private RunningApp app;

    private void start(String... settings) {
        app = App.builder()
                .args("--port=0")
                .args(settings)
                .mount(new Table())
                .build()
                .start();
    }

    @AfterEach
    void stop() {
        app.close();
    }

    @ParameterizedTest
    @CsvSource({
        // a browser that knows fetch metadata
        "POST, same-origin, '', 200",
        "POST, same-origin, null, 200",
        "POST, none, '', 200",
        "POST, same-site, https://other.example, 403",
        "POST, cross-site, https://other.example, 403",
        "POST, cross-site, null, 403",
        "POST, cross-site, '', 403",
        "POST, cross-site, http://shop.example, 403",
        "POST, Same-Origin, '', 403",
        "POST, '', '', 200",
        // a browser that does not, or plain HTTP
        "POST, '', http://shop.example, 200",
        "POST, '', http://SHOP.example:80, 200",
        "POST, '', http://shop.example:8080, 403",
        "POST, '', http://shop.example.evil.example, 403",
        "POST, '', http://evil.example, 403",
        "POST, '', null, 403",
        // behind a proxy that ends TLS
        "POST, '', https://shop.example, 200",
        // each method that changes something, and none that does not
        "PUT, cross-site, http://evil.example, 403",
        "PATCH, cross-site, http://evil.example, 403",
        "DELETE, cross-site, http://evil.example, 403",
        "DELETE, '', http://evil.example, 403",
        "GET, cross-site, http://evil.example, 200",
        "HEAD, cross-site, http://evil.example, 200",
        "OPTIONS, cross-site, http://evil.example, 204",
    })
    void refusesUnsafeRequestsOfOtherSites(String method, String site, String origin, int status) throws IOException {
        start();

        String answer = send(method, "/orders", fetchSite(site) + origin(origin));

        assertStatus(status, answer);
        if (status == 403) {
            assertEquals(0, calls.get());
            assertTrue(answer.contains("\r\nContent-Type: application/problem+json"), answer);
            assertTrue(answer.contains("\"Pages of other sites may not send this request.\""), answer);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site", ""})
    void acceptsRouteThatAllowsOtherSites(String site) throws IOException {
        start();

        assertStatus(200, send("POST", "/webhook", fetchSite(site) + origin("https://pay.example")));
    }

    @Test
    void acceptsOriginsOfTheSetting() throws IOException {
        start("--server.origins=https://App.example, https://other.example:8443");

        assertStatus(200, send("POST", "/orders", fetchSite("same-site") + origin("https://app.example")));
        assertStatus(200, send("POST", "/orders", fetchSite("cross-site") + origin("https://app.example:443")));
        assertStatus(200, send("POST", "/orders", origin("https://other.example:8443")));
        assertStatus(403, send("POST", "/orders", origin("https://other.example")));
        assertStatus(403, send("POST", "/orders", fetchSite("cross-site") + origin("null")));
    }

    @Test
    void acceptsAllOriginsByStar() throws IOException {
        start("--server.origins=*");

        assertStatus(200, send("POST", "/orders", fetchSite("cross-site") + origin("https://evil.example")));
        assertStatus(200, send("POST", "/orders", origin("null")));
    }

    @Test
    void comparesWithThePublicUrl() throws IOException {
        start("--server.public-url=https://public.example");

        assertStatus(200, send("POST", "/orders", origin("https://public.example")));
        assertStatus(403, send("POST", "/orders", origin("https://evil.example")));
    }

    @Test
    void rejectsSeveralFieldsOfOneName() throws IOException {
        start();

        assertStatus(403, send("POST", "/orders", fetchSite("same-origin") + fetchSite("cross-site")));
        assertStatus(403, send("POST", "/orders", origin("http://shop.example") + origin("http://evil.example")));
    }

    @Test
    void refusesBeforeTheBodyIsRead() throws IOException {
        start();
        try (RawSocket raw = new RawSocket(app.port())) {
            raw.write(
                    "POST /orders HTTP/1.1\r\nHost: shop.example\r\nSec-Fetch-Site: cross-site\r\nContent-Length: 9\r\n"
                            + "Expect: 100-continue\r\n\r\n");
            StringBuilder all = new StringBuilder();
            raw.readUntilEnd(all);

            assertStatus(403, all.toString());
            assertFalse(all.toString().contains("100 Continue"), all.toString());
        }
    }

    @Test
    void answers404ToUnknownPathOfOtherSite() throws IOException {
        start();

        assertStatus(404, send("POST", "/nothing", fetchSite("cross-site")));
    }

    private static String fetchSite(String site) {
        return site.isEmpty() ? "" : "Sec-Fetch-Site: " + site + "\r\n";
    }

    private static String origin(String origin) {
        return origin.isEmpty() ? "" : "Origin: " + origin + "\r\n";
    }

    private static void assertStatus(int status, String answer) {
        assertEquals("HTTP/1.1 " + status, answer.substring(0, Math.min(12, answer.length())), answer);
    }

    private String send(String method, String path, String fields) throws IOException {
        try (RawSocket raw = new RawSocket(app.port())) {
            raw.write(method + " " + path + " HTTP/1.1\r\nHost: shop.example\r\nConnection: close\r\n" + fields
                    + (method.equals("POST") ? "Content-Length: 2\r\n\r\nab" : "\r\n"));
            StringBuilder all = new StringBuilder();
            raw.readUntilEnd(all);
            return all.toString();
        }
    }

    private final class Table implements TestTable {
        @Override
        public List<Route> routes() {
            return List.of(
                    Route.http(HttpMethod.GET, "/orders", "Orders.get"),
                    Route.http(HttpMethod.POST, "/orders", "Orders.post").body(BodyRule.whole()),
                    Route.http(HttpMethod.PUT, "/orders", "Orders.put"),
                    Route.http(HttpMethod.PATCH, "/orders", "Orders.patch"),
                    Route.http(HttpMethod.DELETE, "/orders", "Orders.delete"),
                    Route.http(HttpMethod.POST, "/webhook", "Hooks.paid").allowCrossSite());
        }

        @Override
        public Result call(int route, Context context) {
            calls.incrementAndGet();
            return Results.text("done");
        }
    }
}

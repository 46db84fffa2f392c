package io.jetalyst.testkit.tests.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.App;
import io.jetalyst.RunningApp;
import io.jetalyst.filter.Context;
import io.jetalyst.http.Cookie;
import io.jetalyst.http.HttpProblem;
import io.jetalyst.http.Response;
import io.jetalyst.http.Result;
import io.jetalyst.route.BodyRule;
import io.jetalyst.route.CorsRule;
import io.jetalyst.route.Route;
import io.jetalyst.table.Bindings;
import io.jetalyst.table.Invoker;
import io.jetalyst.table.RouteTable;
import io.jetalyst.testkit.tests.OneBrowser;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A page of one origin sends requests to an application of another one, in Chromium. */
@Timeout(120)
class CorsBrowserTest extends OneBrowser {
    private static final String FAILED = "TypeError: Failed to fetch";

    private RunningApp page;
    private RunningApp api;

    @BeforeEach
    void open() {
        page = start("--server.headers.content-security-policy=connect-src *", "--server.hosts=*");
        String origin = "http://localhost:" + page.port();
        api = App.builder()
                .args("--host=127.0.0.1", "--port=0")
                .mount(new Api(origin))
                .build()
                .start();
    }

    @AfterEach
    void close() {
        page.close();
        api.close();
    }

    private static RunningApp start(String... settings) {
        return App.builder()
                .args("--host=127.0.0.1", "--port=0")
                .args(settings)
                .mount(new MapController_Routes())
                .build()
                .start();
    }

    private String url(String path) {
        return "http://localhost:" + api.port() + path;
    }

    private String fetch(String path, String options) {
        return browser.run(
                "async url => { const answer = await fetch(url, " + options + ");"
                        + " return answer.status + ' ' + await answer.text() + ' ' + answer.headers.get('ETag'); }",
                url(path));
    }

    private void openPage(String host) {
        browser.driver.get(url("/sign-in"));
        browser.driver.get("http://" + host + ":" + page.port() + "/greeting");
    }

    @Test
    void letsPermittedPageReadAndChange() {
        openPage("localhost");

        assertEquals("200 read by nobody \"nobody\"", fetch("/order", "{}"));
        assertEquals("200 read by Ada \"Ada\"", fetch("/order", "{credentials: 'include'}"));
        String missing = fetch("/missing", "{}");
        assertTrue(missing.startsWith("404 ") && missing.contains("No such order."), missing);
        assertEquals(
                "200 changed to {\"a\":1} by Ada null",
                fetch(
                        "/order",
                        "{method: 'PUT', credentials: 'include', headers: {'Content-Type': 'application/json'}, body: '{\"a\":1}'}"));
        assertEquals("200 added null", fetch("/public", "{method: 'POST', body: 'x'}"));
        assertEquals(
                "event",
                browser.run(
                        "url => new Promise((done, failed) => { const source = new EventSource(url, {withCredentials: true});"
                                + "source.onmessage = event => { source.close(); done(event.data); };"
                                + "source.onerror = () => failed('failed'); })",
                        url("/events")));
    }

    @Test
    void deniesOtherMethodsAndFields() {
        openPage("localhost");

        assertEquals(FAILED, fetch("/order", "{method: 'DELETE'}"));
        assertEquals(FAILED, fetch("/order", "{headers: {'X-Other': '1'}}"));
        assertEquals(FAILED, fetch("/private", "{}"));
        assertTrue(browser.console().toString().contains("blocked by CORS policy"));
    }

    @Test
    void deniesPagesOfOtherOrigins() {
        openPage("127.0.0.1");

        assertEquals(FAILED, fetch("/order", "{}"));
        assertEquals(FAILED, fetch("/order", "{method: 'PUT', body: 'x'}"));
        assertEquals(FAILED, fetch("/order", "{credentials: 'include'}"));
        assertEquals("200 everybody null", fetch("/public", "{}"));
        assertEquals(FAILED, fetch("/public", "{credentials: 'include'}"));
    }

    /** All ports of a host are one site, so the browser sends and keeps cookies, although the script may not read the response. */
    @Test
    void keepsNoCookieForPageOfTheSameSiteWithoutCredentials() {
        openPage("localhost");
        browser.driver.manage().deleteAllCookies();

        assertEquals(FAILED, fetch("/public", "{method: 'POST', credentials: 'include', body: 'x'}"));
        assertEquals(Set.of(), browser.driver.manage().getCookies());

        assertEquals(
                "200 changed to x by nobody null",
                fetch("/order", "{method: 'PUT', credentials: 'include', body: 'x'}"));
        assertEquals("Bob", browser.driver.manage().getCookieNamed("user").getValue());
    }

    /** The application whose responses pages of another origin may read. */
    private record Api(String origin) implements RouteTable, Invoker {
        @Override
        public int format() {
            return FORMAT;
        }

        @Override
        public Invoker bind(Bindings bindings) {
            return this;
        }

        @Override
        public List<Route> routes() {
            CorsRule rule = CorsRule.of(origin).credentials().exposeHeaders("ETag");
            return List.of(
                    Route.get("/sign-in", "Api.signIn"),
                    Route.get("/order", "Api.read").allowOrigins(rule),
                    Route.put("/order", "Api.change").body(BodyRule.whole()).allowOrigins(rule),
                    Route.delete("/order", "Api.remove"),
                    Route.get("/missing", "Api.find").allowOrigins(rule),
                    Route.get("/events", "Api.events").allowOrigins(rule),
                    Route.get("/private", "Api.hidden"),
                    Route.get("/public", "Api.all").allowOrigins(CorsRule.of("*")),
                    Route.post("/public", "Api.add").body(BodyRule.whole()).allowOrigins(CorsRule.of("*")));
        }

        @Override
        public Result call(int route, Context context) {
            String user = context.request().header("Cookie").isPresent() ? "Ada" : "nobody";
            return switch (route) {
                case 0 ->
                    Response.html("<!doctype html><title>Signed in</title>").cookie(Cookie.of("user", "Ada"));
                case 1 -> Response.text("read by " + user).header("ETag", "\"" + user + "\"");
                case 2 ->
                    Response.text("changed to " + context.body().text() + " by " + user)
                            .cookie(Cookie.of("user", "Bob"));
                case 4 -> throw HttpProblem.notFound("No such order.");
                case 5 -> Response.bytes("text/event-stream", "data: event\n\n".getBytes(StandardCharsets.UTF_8));
                case 7 -> Response.text("everybody");
                case 8 -> Response.text("added").cookie(Cookie.of("user", "Eve"));
                default -> Response.text("secret");
            };
        }
    }
}

package io.jetalyst.testkit.tests.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.App;
import io.jetalyst.testkit.TestApp;
import io.jetalyst.testkit.TestHttp;
import io.jetalyst.testkit.TestResponse;
import io.jetalyst.testkit.TestSockets;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An application that clients see below a path. The test kit requests paths of the application. */
class BasePathTest {
    @RegisterExtension
    final TestApp app = TestApp.of(
            args -> App.builder().args(args).mount(new HallController_Routes()).build(), "--server.base-path=/app");

    /** The response to a path of the host. */
    private HttpResponse<String> ofHost(TestHttp http, String path) throws IOException, InterruptedException {
        URI uri = URI.create("http://" + http.uri("/").getAuthority() + path);
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void servesItsRoutesBelowThePath(TestHttp http) throws Exception {
        assertEquals("/app/halls", http.uri("/halls").getPath());
        assertTrue(http.get("/halls").expect(200).body().startsWith("/halls below /app: "));
        assertEquals(200, ofHost(http, "/app/halls").statusCode());
        assertEquals(404, ofHost(http, "/halls").statusCode());
        assertEquals(404, ofHost(http, "/apple/halls").statusCode());
    }

    @Test
    void redirectsFromThePathToItsRoot(TestHttp http) throws Exception {
        HttpResponse<String> moved = ofHost(http, "/app?a=1");

        assertEquals(308, moved.statusCode());
        assertEquals("/app/?a=1", moved.headers().firstValue("Location").orElseThrow());
    }

    @Test
    void redirectsWithinThePathAndSetsItsCookiesThere(TestHttp http) {
        TestHttp browser = http.withCookies();
        TestResponse created = browser.post("/halls", "").expect(303);

        assertEquals("/app/halls", created.header("Location"));
        assertTrue(
                created.headers().allValues("Set-Cookie").stream().allMatch(cookie -> cookie.contains("; Path=/app;")),
                created.headers().allValues("Set-Cookie").toString());
        assertTrue(browser.get("/halls").expect(200).body().contains("Saved."));
        assertTrue(!browser.get("/halls").expect(200).body().contains("Saved."), "the page removes the message");
    }

    @Test
    void servesItsStaticFilesBelowThePath(TestHttp http) throws Exception {
        String file = http.get("/halls/gallery").expect(200).body();

        assertTrue(file.startsWith("/app/assets/"), file);
        assertEquals(200, ofHost(http, file).statusCode());
        assertEquals(200, ofHost(http, "/app/gallery.js").statusCode());
        assertEquals(404, ofHost(http, "/gallery.js").statusCode());
    }

    @Test
    void opensSocketsBelowThePath(TestSockets sockets) {
        assertEquals("lobby", sockets.open("/halls/lobby").next(String.class));
        assertEquals(
                "tea & cake",
                sockets.open(HallControllerLinks.join("tea & cake").toString()).next(String.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"lobby", "a b", "50%", "ü€", "a+b&c=d", "a?b#c", "...", "@:!", "\"<'>"})
    void bindsTheVariableOfALinkAgain(String hall, TestHttp http) {
        assertEquals(
                hall,
                http.get(HallControllerLinks.show(hall).toString()).expect(200).body());
    }
}

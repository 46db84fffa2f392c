package io.jetalyst.session.jetty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.App;
import io.jetalyst.RunningApp;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** The cookie behind a proxy that ends TLS, and below a base path. */
class SessionCookieTest {
    private static RunningApp start(String... settings) {
        return App.builder().args(settings).build().start();
    }

    private static HttpRequest.Builder overHttps(URI server, String path) {
        return HttpRequest.newBuilder(server.resolve(path)).header("X-Forwarded-Proto", "https");
    }

    /** Signs in over HTTPS, and returns the field that sets the cookie. */
    private static String signIn(Browser browser, URI server, String path) {
        return browser.send(overHttps(server, path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("user=ada")))
                .headers()
                .firstValue("Set-Cookie")
                .orElse("");
    }

    @Test
    void isOfHostOverHttps() {
        try (RunningApp app =
                start("--port=0", "--server.trusted-proxies=127.0.0.1", "--server.forwarded=x-forwarded")) {
            Browser ada = new Browser();
            String set = signIn(ada, app.uri(), "/sign-in");
            assertTrue(set.matches("__Host-session=[a-z0-9]+; Path=/; Secure; HttpOnly; SameSite=Lax"), set);
            assertEquals("ada", ada.send(overHttps(app.uri(), "/user")).body());
            assertEquals("nobody", ada.get(app.uri(), "/user"));
            ada.send(overHttps(app.uri(), "/sign-out").POST(BodyPublishers.noBody()));
            assertEquals("__Host-session=", ada.cookie());
        }
    }

    @Test
    void isOfBasePathOverHttps() {
        try (RunningApp app = start(
                "--port=0",
                "--server.base-path=/app",
                "--session.cookie=sid",
                "--server.trusted-proxies=127.0.0.1",
                "--server.forwarded=x-forwarded")) {
            Browser ada = new Browser();
            String set = signIn(ada, app.uri(), "/app/sign-in");
            assertTrue(set.matches("__Secure-sid=[a-z0-9]+; Path=/app; Secure; HttpOnly; SameSite=Lax"), set);
            assertEquals("ada", ada.send(overHttps(app.uri(), "/app/user")).body());
        }
    }

    @Test
    void keepsResponsesThatDependOnTheSessionOutOfSharedCaches() {
        try (RunningApp app = start("--port=0")) {
            Browser ada = new Browser();
            HttpHeaders ofNobody = ada.send(HttpRequest.newBuilder(app.uri().resolve("/cached-user")))
                    .headers();
            assertEquals("max-age=60", ofNobody.firstValue("Cache-Control").orElse(""));
            assertTrue(ofNobody.allValues("Vary").toString().contains("Cookie"), ofNobody.toString());

            ada.post(app.uri(), "/sign-in", "user", "ada");
            HttpResponse<String> ofAda =
                    ada.send(HttpRequest.newBuilder(app.uri().resolve("/cached-user")));
            assertEquals("ada", ofAda.body());
            assertEquals(
                    "private, max-age=60",
                    ofAda.headers().firstValue("Cache-Control").orElse(""));
            assertTrue(ofAda.headers().allValues("Vary").toString().contains("Cookie"), ofAda.toString());
        }
    }
}

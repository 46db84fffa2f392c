package io.jetalyst.session.jetty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.RunningApp;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** Tests of each store that outlives the process. */
abstract class StoredContract extends StoreContract {
    @Test
    void refusesSessionInNonBlockingFilterOfNonBlockingRoute() {
        try (RunningApp app = startFiltered()) {
            Browser ada = new Browser();
            assertEquals(204, ada.post(app.uri(), "/sign-in", "user", "ada").statusCode(), "the route may block");
            assertEquals("ada", ada.get(app.uri(), "/user"));
            assertEquals(
                    500,
                    ada.send(HttpRequest.newBuilder(app.uri().resolve("/quick")))
                            .statusCode());
        }
    }

    /** The browser has kept the cookie, because of its {@code Max-Age}. */
    @Test
    void staysSignedInWhenServerAndBrowserStartAgain() {
        String[] settings = {"--session.persistent-cookie=true", "--session.timeout=30d", "--session.max-age=90d"};
        Browser ada = new Browser();
        try (RunningApp app = start(settings)) {
            HttpResponse<String> response = ada.post(app.uri(), "/sign-in", "user", "ada");
            String cookie = response.headers().firstValue("Set-Cookie").orElseThrow();
            assertTrue(cookie.contains("; Max-Age=7776000"), cookie);
        }
        try (RunningApp app = start(settings)) {
            assertEquals("ada", new Browser(ada.cookie()).get(app.uri(), "/user"));
        }
    }

    @Test
    void keepsSessionsWhenServerStartsAgain() {
        Browser ada = new Browser();
        Browser bob = new Browser();
        try (RunningApp app = start()) {
            ada.post(app.uri(), "/sign-in", "user", "ada");
            ada.post(app.uri(), "/cart", "article", "tea");
            bob.post(app.uri(), "/sign-in", "user", "bob");
            bob.post(app.uri(), "/sign-out", "", "");
        }
        try (RunningApp app = start()) {
            assertEquals("ada", ada.get(app.uri(), "/user"));
            assertEquals("tea", ada.get(app.uri(), "/cart"));
            assertEquals("nobody", bob.get(app.uri(), "/user"));
            ada.post(app.uri(), "/cart", "article", "milk");
        }
        try (RunningApp app = start()) {
            assertEquals("tea,milk", ada.get(app.uri(), "/cart"));
        }
    }

    @Test
    void endsSessionsThatThisProcessHasNotRead() {
        Browser ada = new Browser();
        Browser grace = new Browser();
        try (RunningApp app = start()) {
            ada.post(app.uri(), "/sign-in", "user", "ada");
            grace.post(app.uri(), "/sign-in", "user", "grace");
        }
        try (RunningApp app = start()) {
            assertEquals(
                    "1",
                    new Browser()
                            .post(app.uri(), "/sign-out-everywhere", "user", "ada")
                            .body());
            assertEquals("nobody", ada.get(app.uri(), "/user"));
            assertEquals("grace", grace.get(app.uri(), "/user"));
        }
    }
}

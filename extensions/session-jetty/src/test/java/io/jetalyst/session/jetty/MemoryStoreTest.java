package io.jetalyst.session.jetty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.RunningApp;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MemoryStoreTest extends StoreContract {
    @Override
    Stream<String> settings() {
        return Stream.of();
    }

    @Test
    void readsSessionInNonBlockingFilterOfNonBlockingRoute() {
        try (RunningApp app = startFiltered()) {
            assertEquals("quick", new Browser().get(app.uri(), "/quick"));
        }
    }

    @Test
    void limitsSessionsThatClientsOfOneNetworkCreate() {
        try (RunningApp app = start("--session.max-new-per-address=2", "--server.forwarded=x-forwarded")) {
            Browser ada = new Browser();
            assertEquals(204, signIn(app, ada, "2001:db8::1").statusCode());
            assertEquals(204, signIn(app, new Browser(), "2001:db8::2").statusCode());
            HttpResponse<String> refused = signIn(app, new Browser(), "2001:db8::3");
            assertEquals(429, refused.statusCode());
            long seconds = refused.headers().firstValueAsLong("Retry-After").orElseThrow();
            assertTrue(seconds > 0 && seconds <= 1800, seconds + " seconds");
            assertEquals(List.of(), refused.headers().allValues("Set-Cookie"));
            assertEquals(204, signIn(app, ada, "2001:db8::3").statusCode(), "a session that exists");
            assertEquals(204, signIn(app, new Browser(), "2001:db8:0:1::3").statusCode(), "another network");
            assertEquals(204, signIn(app, new Browser(), "192.0.2.1").statusCode());
        }
    }

    /** A client with a network of 48 bits has 65,536 networks of 64 bits. */
    @Test
    void limitsSessionsThatClientsOfLargeNetworkCreate() {
        try (RunningApp app = start("--session.max-new-per-address=1", "--server.forwarded=x-forwarded")) {
            for (int i = 0; i < 16; i++) {
                assertEquals(
                        204,
                        signIn(app, new Browser(), "2001:db8:0:" + i + "::1").statusCode());
            }
            assertEquals(429, signIn(app, new Browser(), "2001:db8:0:ffff::1").statusCode());
            assertEquals(204, signIn(app, new Browser(), "2001:db8:1:0::1").statusCode(), "another network");
        }
    }

    /** Through a proxy that names this address as that of the client. */
    private static HttpResponse<String> signIn(RunningApp app, Browser browser, String address) {
        return browser.send(HttpRequest.newBuilder(app.uri().resolve("/sign-in"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-Forwarded-For", address)
                .POST(HttpRequest.BodyPublishers.ofString("user=ada")));
    }

    @Test
    void createsAnyNumberOfSessionsWithoutLimitPerAddress() {
        try (RunningApp app = start("--session.max-new-per-address=0")) {
            for (int i = 0; i < 1001; i++) {
                assertEquals(
                        204,
                        new Browser().post(app.uri(), "/sign-in", "user", "ada").statusCode());
            }
        }
    }

    @Test
    void refusesFurtherSessions() {
        try (RunningApp app = start("--session.max-sessions=2")) {
            Browser ada = new Browser();
            ada.post(app.uri(), "/sign-in", "user", "ada");
            new Browser().post(app.uri(), "/sign-in", "user", "bob");
            assertEquals(
                    503,
                    new Browser().post(app.uri(), "/sign-in", "user", "eve").statusCode());
            assertEquals("home", new Browser().get(app.uri(), "/"));
            ada.post(app.uri(), "/sign-out", "", "");
            assertEquals(
                    204,
                    new Browser().post(app.uri(), "/sign-in", "user", "eve").statusCode());
        }
    }
}

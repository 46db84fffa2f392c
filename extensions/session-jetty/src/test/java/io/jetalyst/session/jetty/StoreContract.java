package io.jetalyst.session.jetty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.App;
import io.jetalyst.RunningApp;
import io.jetalyst.filter.Context;
import io.jetalyst.filter.Filter;
import io.jetalyst.filter.Next;
import io.jetalyst.http.Result;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Tests of each store. */
abstract class StoreContract {
    /** The settings of the store. */
    abstract Stream<String> settings();

    final RunningApp start(String... more) {
        String[] arguments = Stream.of(Stream.of("--port=0"), settings(), Stream.of(more))
                .flatMap(each -> each)
                .toArray(String[]::new);
        return configured(App.builder().args(arguments)).build().start();
    }

    App.Builder configured(App.Builder builder) {
        return builder;
    }

    /** Reads the session. */
    private static Result useSession(Context context, Next next) throws Exception {
        context.session().exists();
        return next.proceed();
    }

    /** The filter says that it does not block. */
    final RunningApp startFiltered() {
        String[] arguments = Stream.concat(Stream.of("--port=0"), settings()).toArray(String[]::new);
        return configured(App.builder().args(arguments))
                .filter(Filter.nonBlocking(StoreContract::useSession))
                .build()
                .start();
    }

    @Test
    void readsSessionInErrorMethodOfNonBlockingRoute() {
        try (RunningApp app = start()) {
            Browser ada = new Browser();
            ada.post(app.uri(), "/sign-in", "user", "ada");
            assertEquals("failed for ada", ada.get(app.uri(), "/quick-failure"));
        }
    }

    @Test
    void renewsIdAndKeepsValues() {
        try (RunningApp app = start()) {
            Browser ada = new Browser();
            ada.post(app.uri(), "/cart", "article", "tea");
            String before = ada.cookie();
            ada.post(app.uri(), "/sign-in", "user", "ada");
            assertNotEquals(before, ada.cookie());
            assertEquals("ada", ada.get(app.uri(), "/user"));
            assertEquals("tea", ada.get(app.uri(), "/cart"));
            assertEquals("nobody", new Browser(before).get(app.uri(), "/user"));
        }
    }

    /** Somebody who has planted an id may have sent a request with it before the user signs in. */
    @Test
    void givesRenewedIdOnlyToRequestThatHasRenewedIt() {
        try (RunningApp app = start()) {
            Browser ada = new Browser();
            ada.post(app.uri(), "/sign-in", "user", "ada");
            HttpResponse<String> response = ada.post(app.uri(), "/renewed-meanwhile", "", "");
            assertEquals("ada", response.body());
            assertEquals(List.of(), response.headers().allValues("Set-Cookie"));
        }
    }

    @Test
    void endsSessionAtSignOut() {
        try (RunningApp app = start()) {
            Browser ada = new Browser();
            ada.post(app.uri(), "/sign-in", "user", "ada");
            String cookie = ada.cookie();
            ada.post(app.uri(), "/sign-out", "", "");
            assertEquals("session=", ada.cookie());
            assertEquals("nobody", new Browser(cookie).get(app.uri(), "/user"));
        }
    }

    @Test
    void endsAllSessionsOfUser() {
        try (RunningApp app = start()) {
            List<Browser> browsers = List.of(new Browser(), new Browser(), new Browser());
            for (Browser browser : browsers) {
                browser.post(app.uri(), "/sign-in", "user", "ada");
            }
            Browser grace = new Browser();
            grace.post(app.uri(), "/sign-in", "user", "grace");
            Browser guest = new Browser();
            guest.post(app.uri(), "/cart", "article", "tea");

            assertEquals(
                    "3",
                    guest.post(app.uri(), "/sign-out-everywhere", "user", "ada").body());

            for (Browser browser : browsers) {
                assertEquals("nobody", browser.get(app.uri(), "/user"));
            }
            assertEquals("grace", grace.get(app.uri(), "/user"));
            assertEquals("tea", guest.get(app.uri(), "/cart"));
            assertEquals(
                    "0",
                    guest.post(app.uri(), "/sign-out-everywhere", "user", "ada").body());
        }
    }

    @Test
    void createsAnotherSessionForValueAfterTheEnd() {
        try (RunningApp app = start()) {
            Browser ada = new Browser();
            ada.post(app.uri(), "/sign-in", "user", "ada");
            String before = ada.cookie();
            ada.post(app.uri(), "/sign-out-and-store", "", "");
            assertNotEquals(before, ada.cookie());
            assertEquals("new", ada.get(app.uri(), "/cart"));
            assertEquals("nobody", ada.get(app.uri(), "/user"));
            assertEquals("none", new Browser(before).get(app.uri(), "/cart"));
        }
    }

    /** Each request stores another key. All are sent at once, and the session has all of the values afterwards. */
    @Test
    void keepsValuesOfConcurrentRequests() throws Exception {
        int requests = 1000;
        ExecutorService clients = Executors.newFixedThreadPool(16);
        try (RunningApp app = start()) {
            Browser ada = new Browser();
            ada.post(app.uri(), "/value/first", "text", "1");
            String cookie = ada.cookie();
            List<Future<Integer>> sent = IntStream.range(0, requests)
                    .mapToObj(i -> clients.submit(() -> new Browser(cookie)
                            .post(app.uri(), "/value/key" + i, "text", "value" + i)
                            .statusCode()))
                    .toList();
            for (Future<Integer> each : sent) {
                assertEquals(204, each.get(60, TimeUnit.SECONDS));
            }
            List<String> missing = new ArrayList<>();
            for (int i = 0; i < requests; i++) {
                if (!ada.get(app.uri(), "/value/key" + i).equals("value" + i)) {
                    missing.add("key" + i);
                }
            }
            assertEquals(List.of(), missing);
        } finally {
            clients.shutdownNow();
        }
    }

    @Test
    void limitsSizeOfSession() {
        try (RunningApp app = start("--session.max-size=1000")) {
            Browser ada = new Browser();
            assertEquals(
                    413,
                    ada.post(app.uri(), "/value/a", "text", "x".repeat(1001)).statusCode());
            assertEquals("", ada.cookie());
            assertEquals(
                    204,
                    ada.post(app.uri(), "/value/a", "text", "x".repeat(800)).statusCode());
            assertEquals(
                    413,
                    ada.post(app.uri(), "/value/b", "text", "x".repeat(300)).statusCode());
            assertEquals(
                    204,
                    ada.post(app.uri(), "/value/a", "text", "y".repeat(900)).statusCode());
            assertEquals("none", ada.get(app.uri(), "/value/b"));
        }
    }

    /** Ids that no session has, of all lengths and forms, find nothing, and harm nothing. */
    @Test
    void findsNothingForOtherIds() {
        try (RunningApp app = start()) {
            Browser ada = new Browser();
            ada.post(app.uri(), "/sign-in", "user", "ada");
            String id = ada.cookie().substring("session=".length());
            for (String other : List.of(
                    id.substring(0, id.length() - 1),
                    id + "0",
                    id + ".node0",
                    id.toUpperCase(java.util.Locale.ROOT),
                    "../" + id,
                    "%2e%2e%2f" + id,
                    "*",
                    "' OR '1'='1",
                    "a".repeat(120),
                    "a".repeat(4000))) {
                assertEquals("nobody", new Browser("session=" + other).get(app.uri(), "/user"), other);
            }
            assertEquals("ada", ada.get(app.uri(), "/user"));
        }
    }

    /** An older version of the application may have stored it. */
    @Test
    void countsValueThatDoesNotFitItsTypeAsAbsentAndKeepsIt() {
        try (RunningApp app = start()) {
            Browser ada = new Browser();
            for (String old : List.of("no JSON", "{\"goods\":[\"tea\"]}", "{\"articles\":5}")) {
                ada.post(app.uri(), "/value/cart", "text", old);
                assertEquals("none", ada.get(app.uri(), "/cart"), old);
                assertEquals(old, ada.get(app.uri(), "/value/cart"));
            }
            ada.post(app.uri(), "/cart", "article", "milk");
            assertEquals("milk", ada.get(app.uri(), "/cart"));
        }
    }

    /** Another host of the domain can set a cookie of this name, with any value. */
    @Test
    void findsSessionBehindOtherCookiesOfItsName() {
        try (RunningApp app = start()) {
            Browser ada = new Browser();
            ada.post(app.uri(), "/sign-in", "user", "ada");
            for (String other : List.of("", "x", "a".repeat(20), "%00", "b".repeat(4000))) {
                assertEquals(
                        "ada", new Browser("session=" + other + "; " + ada.cookie()).get(app.uri(), "/user"), other);
            }
        }
    }

    @Test
    void expiresUnusedSession() throws Exception {
        try (RunningApp app = start("--session.timeout=1s")) {
            Browser ada = new Browser();
            ada.post(app.uri(), "/sign-in", "user", "ada");
            awaitEnd(app.uri(), ada.cookie());
        }
    }

    /** Asks seldom enough that the question does not count as use. */
    private static void awaitEnd(URI server, String cookie) throws Exception {
        for (int i = 0; i < 20; i++) {
            TimeUnit.MILLISECONDS.sleep(1500);
            if (new Browser(cookie).get(server, "/user").equals("nobody")) {
                return;
            }
        }
        throw new AssertionError("the session did not expire");
    }

    /** However often it is used. */
    @Test
    void expiresOldSession() throws Exception {
        try (RunningApp app = start("--session.max-age=2s")) {
            Browser ada = new Browser();
            ada.post(app.uri(), "/sign-in", "user", "ada");
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
            while (ada.get(app.uri(), "/user").equals("ada")) {
                assertTrue(System.nanoTime() < end, "the session did not expire");
                TimeUnit.MILLISECONDS.sleep(200);
            }
        }
    }
}

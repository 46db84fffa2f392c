package io.jetalyst.jetty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.App;
import io.jetalyst.RunningApp;
import io.jetalyst.config.StartupException;
import io.jetalyst.filter.Context;
import io.jetalyst.filter.Filter;
import io.jetalyst.http.Response;
import io.jetalyst.http.Result;
import io.jetalyst.login.ApiKeys;
import io.jetalyst.login.Authenticator;
import io.jetalyst.route.Route;
import io.jetalyst.security.Identity;
import io.jetalyst.socket.WebSocketHandshake;
import io.jetalyst.testkit.RawSocket;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Routes that decide on their clients, over a real connection. */
@Timeout(60)
class AccessServerTest {
    private static final String UPGRADE = "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
            + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";

    private static final ApiKeys KEYS = ApiKeys.inHeader(
            "X-Api-Key",
            Map.of(
                    ApiKeys.hash("a"), Identity.of("ann", "admin"),
                    ApiKeys.hash("m"), Identity.of("max", "member"),
                    ApiKeys.hash("u"), Identity.of("uma", "Admin")));

    private final List<String> called = new CopyOnWriteArrayList<>();
    private final AtomicInteger asked = new AtomicInteger();
    private RunningApp app = start(KEYS);

    private RunningApp start(Authenticator authenticator, Filter... filters) {
        App.Builder builder = App.builder()
                .args("--port=0")
                .mount(new Table())
                .authenticator(new CountingAuthenticator(authenticator, asked));
        List.of(filters).forEach(builder::filter);
        return builder.build().start();
    }

    @AfterEach
    void stop() {
        app.close();
    }

    @ParameterizedTest
    @CsvSource({
        // path, key, status
        "GET, /open, '', 200",
        "GET, /open, wrong, 200",
        "GET, /everyone, '', 200",
        "GET, /admin, '', 401",
        "GET, /admin, a, 200",
        "GET, /admin, m, 403",
        "GET, /admin, wrong, 401",
        // roles differ in case
        "GET, /admin, u, 403",
        "GET, /any, '', 401",
        "GET, /any, m, 200",
        "GET, /nobody, '', 403",
        "GET, /nobody, a, 403",
        "GET, /perhaps, '', 200",
        "GET, /perhaps, m, 200",
        "GET, /perhaps, wrong, 401",
        // HEAD is GET, OPTIONS and other methods reach no handler
        "HEAD, /admin, '', 401",
        "HEAD, /admin, m, 403",
        "HEAD, /admin, a, 200",
        "OPTIONS, /admin, '', 204",
        "DELETE, /admin, '', 405",
        "DELETE, /nobody, a, 405",
        "TRACE, /admin, '', 405",
        "admin, /admin, a, 501",
        "get, /admin, a, 501",
        // other writings of the path are the same route, or none
        "GET, /%61dmin, '', 401",
        "GET, /x/../admin, '', 401",
        "GET, /./admin, '', 401",
        "GET, /admin/, '', 404",
        "GET, //admin, '', 400",
        "GET, /admin;x=1, '', 400",
        "GET, /admin%3Bx, '', 400",
        "GET, /ADMIN, '', 404",
        "GET, /admin%00, '', 400",
        "GET, /admin%2f, '', 400",
        "GET, /admin?x=/open, '', 401",
    })
    void answersByTheDecisionOfTheRoute(String method, String path, String key, int status) throws IOException {
        String answer = send(method, path, key(key));

        assertStatus(status, answer);
        assertEquals(status == 200 ? List.of(path.substring(1)) : List.of(), called, answer);
    }

    @ParameterizedTest
    @CsvSource({"/admin, X-HTTP-Method-Override: DELETE, 401", "/open, X-HTTP-Method-Override: DELETE, 200"})
    void ignoresFieldsThatNameAnotherMethodOrPath(String path, String field, int status) throws IOException {
        assertStatus(status, send("GET", path, field + "\r\nX-Original-URL: /open\r\nX-Rewrite-URL: /open\r\n"));
    }

    @Test
    void sendsChallengeAndProblemThatNoCacheKeeps() throws IOException {
        String answer = send("GET", "/admin", "");

        assertTrue(answer.contains("\r\nWWW-Authenticate: ApiKey header=\"X-Api-Key\"\r\n"), answer);
        assertTrue(answer.contains("\r\nCache-Control: no-store\r\n"), answer);
        assertTrue(answer.contains("\r\nContent-Type: application/problem+json"), answer);
        assertTrue(answer.contains("\"This request needs a login.\""), answer);
        assertTrue(send("GET", "/admin", key("wrong")).contains("\r\nWWW-Authenticate: ApiKey"));
        assertFalse(send("GET", "/admin", key("m")).contains("WWW-Authenticate"));
    }

    @Test
    void asksNobodyForRoutesThatNeedNoIdentity() throws IOException {
        send("GET", "/open", key("a"));
        send("GET", "/everyone", key("a"));
        send("GET", "/nobody", key("a"));
        send("GET", "/nowhere", key("a"));
        assertEquals(0, asked.get());

        send("GET", "/admin", key("a"));
        assertEquals(1, asked.get());
    }

    @Test
    void asksOnceForAFilterAndTheRoute() throws IOException {
        app.close();
        app = start(KEYS, (context, next) -> {
            String name = context.identity().map(Identity::name).orElse("nobody");
            return next.proceed().map(response -> response.header("X-Name", name));
        });

        assertTrue(send("GET", "/admin", key("a")).contains("\r\nX-Name: ann\r\n"));
        assertEquals(1, asked.get());
        assertTrue(send("GET", "/open", "").contains("\r\nX-Name: nobody\r\n"));
        assertStatus(401, send("GET", "/open", key("wrong")));
    }

    @Test
    void runsFiltersOfTheApplicationAroundRefusals() throws IOException {
        app.close();
        app = start(KEYS, (context, next) -> next.proceed().map(response -> response.header("X-Seen", "yes")));

        for (String key : List.of("", "m", "wrong")) {
            assertTrue(send("GET", "/admin", key(key)).contains("\r\nX-Seen: yes\r\n"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/chat, '', 401",
        "/chat, m, 101",
        "/chat, wrong, 401",
        "/both, '', 401",
        "/both, m, 403",
        "/both, a, 101",
        // the endpoint declines, and the page of the path decides for itself
        "/declined, m, 403",
        "/declined, a, 200",
    })
    void checksHandshakesBeforeTheEndpoint(String path, String key, int status) throws IOException {
        String answer = send("GET", path, UPGRADE + key(key));

        assertStatus(status, answer);
        assertEquals(status == 101, called.contains("connect " + path), answer);
    }

    @ParameterizedTest
    @CsvSource({"/both, '', 200, page", "/both, m, 200, page", "/declined, '', 401, ''", "/declined, m, 403, ''"})
    void checksThePageOfASocketByItsOwnDecision(String path, String key, int status, String content)
            throws IOException {
        String answer = send("GET", path, key(key));

        assertStatus(status, answer);
        assertTrue(content.isEmpty() || answer.endsWith(content), answer);
        assertFalse(called.contains("connect " + path), "the endpoint was called without its check");
    }

    @ParameterizedTest
    @CsvSource({
        "max-age=60, 'private, max-age=60'",
        "'public, max-age=60', 'public, max-age=60'",
        "'Private, max-age=60', 'Private, max-age=60'",
        "no-store, no-store"
    })
    void keepsResponsesToIdentitiesOutOfSharedCaches(String control, String sent) throws IOException {
        app.close();
        app = start(KEYS, (context, next) -> next.proceed().map(response -> response.header("Cache-Control", control)));

        String answer = send("GET", "/admin", key("a"));

        assertTrue(answer.contains("\r\nCache-Control: " + sent + "\r\n"), answer);
        assertTrue(send("GET", "/open", key("a")).contains("\r\nCache-Control: " + control + "\r\n"));
        assertEquals(!control.equals("no-store"), answer.contains("Cookie"), answer);
    }

    @Test
    void doesNotStartWithoutAuthenticator() {
        App.Builder builder = App.builder().args("--port=0").mount(new Table());

        StartupException failure =
                assertThrows(StartupException.class, () -> builder.build().start());

        assertTrue(failure.getMessage().contains("Add .authenticator(…)"), failure.getMessage());
    }

    private static String key(String key) {
        return key.isEmpty() ? "" : "X-Api-Key: " + key + "\r\n";
    }

    private static void assertStatus(int status, String answer) {
        assertEquals("HTTP/1.1 " + status, answer.substring(0, Math.min(12, answer.length())), answer);
    }

    private String send(String method, String path, String fields) throws IOException {
        boolean upgrade = fields.contains("Upgrade: ");
        try (RawSocket raw = new RawSocket(app.port())) {
            raw.write(method + " " + path + " HTTP/1.1\r\nHost: shop.example\r\n"
                    + (upgrade ? "" : "Connection: close\r\n") + fields + "\r\n");
            if (upgrade) {
                return raw.readHead();
            }
            StringBuilder all = new StringBuilder();
            raw.readUntilEnd(all);
            return all.toString();
        }
    }

    /** Counts how often an authenticator is asked. */
    private record CountingAuthenticator(Authenticator authenticator, AtomicInteger asked) implements Authenticator {
        @Override
        public Optional<Identity> authenticate(Context context) throws Exception {
            asked.incrementAndGet();
            return authenticator.authenticate(context);
        }

        @Override
        public Optional<String> challenge(Context context) {
            return authenticator.challenge(context);
        }
    }

    private final class Table implements TestTable {
        @Override
        public List<Route> routes() {
            return List.of(
                    Route.get("/open", "Site.open"),
                    Route.get("/everyone", "Site.everyone").permitAll(),
                    Route.get("/admin", "Site.admin").rolesAllowed("admin"),
                    Route.get("/any", "Site.any").identified().readIdentity(),
                    Route.get("/nobody", "Site.nobody").denyAll(),
                    Route.get("/perhaps", "Site.perhaps").readIdentity(),
                    Route.socket("/chat", "Chat.join").rolesAllowed("admin", "member"),
                    Route.socket("/both", "Chat.both").rolesAllowed("admin"),
                    Route.get("/both", "Chat.page"),
                    Route.socket("/declined", "Chat.decline").identified(),
                    Route.get("/declined", "Chat.declined").rolesAllowed("admin"));
        }

        @Override
        public Result call(int route, Context context) {
            String path = context.route().orElseThrow().path();
            called.add(path.substring(1));
            return path.equals("/both") ? Response.text("page") : Response.text("done");
        }

        @Override
        public boolean connect(int route, Context context, WebSocketHandshake handshake) {
            String path = context.route().orElseThrow().path();
            if (path.equals("/declined") || !handshake.isRequested()) {
                return false;
            }
            called.add("connect " + path);
            return true;
        }
    }
}

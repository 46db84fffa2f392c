package io.jetalyst.jetty;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jetalyst.App;
import io.jetalyst.RunningApp;
import io.jetalyst.engine.Listener;
import io.jetalyst.filter.Context;
import io.jetalyst.http.Response;
import io.jetalyst.http.Result;
import io.jetalyst.login.ApiKeys;
import io.jetalyst.route.Route;
import io.jetalyst.security.Identity;
import io.jetalyst.socket.SocketOptions;
import io.jetalyst.socket.WebSocketHandshake;
import io.jetalyst.support.Results;
import io.jetalyst.testkit.RawSocket;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Handshakes over HTTP/2 (RFC 8441), and requests beside them, which a whole application answers. */
@Timeout(60)
class Http2HandshakeServerTest {
    private static final byte[] CLOSE = {0x03, (byte) 0xe8}; // 1000

    private RunningApp app;
    private String scheme = "";
    private String authority = "";
    private int streams;

    @BeforeEach
    void start() {
        app = App.builder()
                .args(
                        "--listen=http://127.0.0.1:0, https://127.0.0.1:0",
                        "--server.tls.certificate=" + TlsFixture.FILES.resolve("rsa.pem"),
                        "--server.tls.key=" + TlsFixture.FILES.resolve("rsa.key"))
                .authenticator(ApiKeys.inHeader(
                        "X-Api-Key",
                        Map.of(
                                ApiKeys.hash("a"), Identity.of("ann", "admin"),
                                ApiKeys.hash("m"), Identity.of("max", "member"))))
                .filter((context, next) -> context.request().path().endsWith("/filtered")
                        ? Response.text("the page of a filter")
                        : next.proceed())
                .mount(new Table())
                .build()
                .start();
    }

    @AfterEach
    void stop() {
        app.close();
    }

    private Http2Socket connect(boolean secure) throws IOException {
        scheme = secure ? "https" : "http";
        int port = ((Listener.Tcp) app.listeners().get(secure ? 1 : 0).address()).port();
        authority = "localhost:" + port;
        return new Http2Socket(secure ? TlsFixture.rawHttp2(port) : new RawSocket(port), new byte[0]);
    }

    /** @return the stream of the request */
    private int request(Http2Socket client, String method, String path, String... others) throws IOException {
        int stream = 2 * streams++ + 1;
        List<String> fields =
                new ArrayList<>(List.of(":method", method, ":scheme", scheme, ":path", path, ":authority", authority));
        boolean tunnel = method.equals("CONNECT");
        if (tunnel) {
            fields.addAll(List.of(":protocol", "websocket", "sec-websocket-version", "13"));
        }
        fields.addAll(Arrays.asList(others));
        client.request(stream, tunnel ? 0 : Http2Socket.END_STREAM, fields.toArray(String[]::new));
        return stream;
    }

    private int status(Http2Socket client, String method, String path, String... others) throws Exception {
        return client.status(request(client, method, path, others));
    }

    private static String text(Http2Socket client) throws IOException {
        byte[] frame = client.await(Http2Socket.DATA).payload();
        return new String(frame, 2, frame.length - 2, UTF_8);
    }

    @ParameterizedTest(name = "secure: {0}")
    @ValueSource(booleans = {false, true})
    void opensSocketsBesidePages(boolean secure) throws Exception {
        try (Http2Socket client = connect(secure)) {
            assertEquals(200, status(client, "GET", "/socket"));
            assertEquals("the page", new String(client.await(Http2Socket.DATA).payload(), UTF_8));

            int stream = request(client, "CONNECT", "/socket", "origin", scheme + "://" + authority);
            assertEquals(200, client.status(stream));
            client.frame(stream, RawSocket.FIN | RawSocket.TEXT, "ho".getBytes(UTF_8));
            assertEquals("hoho", text(client));

            assertEquals(200, status(client, "GET", "/socket"));
            assertEquals("the page", new String(client.await(Http2Socket.DATA).payload(), UTF_8));
            client.frame(stream, RawSocket.FIN | RawSocket.CLOSE, CLOSE);
            assertEquals(
                    RawSocket.FIN | RawSocket.CLOSE,
                    client.await(Http2Socket.DATA).payload()[0] & 0xff);
        }
    }

    @ParameterizedTest(name = "secure: {0}")
    @ValueSource(booleans = {false, true})
    void readsMessageThatArrivesBeforeTheResponse(boolean secure) throws Exception {
        try (Http2Socket client = connect(secure)) {
            int stream = request(client, "CONNECT", "/socket");
            client.frame(stream, RawSocket.FIN | RawSocket.TEXT, "early".getBytes(UTF_8));
            assertEquals(200, client.status(stream));
            assertEquals("earlyearly", text(client));
        }
    }

    @ParameterizedTest(name = "{0} with {1}, secure: {2}")
    @CsvSource({
        "/socket, origin=http://evil.example, false, 403",
        "/socket, origin=https://evil.example, true, 403",
        "/socket, origin=null, true, 403",
        "/socket, sec-websocket-version=14, true, 426",
        "/socket, content-length=5, true, 400",
        "/socket, content-length=0, false, 400",
        "/staff, a=b, false, 401",
        "/staff, x-api-key=m, true, 403",
        "/declined, a=b, false, 403",
        "/declined, a=b, true, 403",
        "/filtered, a=b, false, 403",
        "/filtered, a=b, true, 403",
        "/page/filtered, a=b, true, 403",
        "/page, a=b, true, 405",
        "/nothing, a=b, true, 404",
    })
    void refusesHandshakesAndKeepsTheConnection(String path, String field, boolean secure, int status)
            throws Exception {
        String[] other = field.split("=");
        try (Http2Socket client = connect(secure)) {
            int stream = request(client, "CONNECT", path, other[0], other[1]);
            assertEquals(status, client.status(stream));
            Http2Socket.Frame last = client.await(Http2Socket.DATA);
            while (!last.isLast()) {
                last = client.next();
            }
            assertEquals(200, status(client, "GET", "/page"));
        }
    }

    @ParameterizedTest(name = "secure: {0}")
    @ValueSource(booleans = {false, true})
    void opensSocketForTheRoleOfItsRoute(boolean secure) throws Exception {
        try (Http2Socket client = connect(secure)) {
            assertEquals(401, status(client, "GET", "/staff"));
            assertEquals(200, status(client, "GET", "/staff", "x-api-key", "a"));
            int stream = request(client, "CONNECT", "/staff", "x-api-key", "a");
            assertEquals(200, client.status(stream));
        }
    }

    @ParameterizedTest(name = "secure: {0}")
    @ValueSource(booleans = {false, true})
    void servesPageOfEndpointThatDeclines(boolean secure) throws Exception {
        try (Http2Socket client = connect(secure)) {
            assertEquals(200, status(client, "GET", "/declined"));
            assertEquals("the page", new String(client.await(Http2Socket.DATA).payload(), UTF_8));
            assertEquals(200, status(client, "GET", "/filtered"));
            assertEquals(
                    "the page of a filter",
                    new String(client.await(Http2Socket.DATA).payload(), UTF_8));
        }
    }

    private static final class Table implements TestTable {
        @Override
        public List<Route> routes() {
            return List.of(
                    Route.get("/socket", "Test.page"),
                    Route.socket("/socket", "Test.socket", SocketOptions.DEFAULT),
                    Route.get("/staff", "Test.staffPage").rolesAllowed("admin"),
                    Route.socket("/staff", "Test.staff").rolesAllowed("admin"),
                    Route.get("/declined", "Test.declinedPage"),
                    Route.socket("/declined", "Test.declined"),
                    Route.get("/filtered", "Test.filteredPage"),
                    Route.socket("/filtered", "Test.filtered"),
                    Route.get("/page/filtered", "Test.filteredOnly"),
                    Route.get("/page", "Test.only"));
        }

        @Override
        public Result call(int route, Context context) {
            return Results.text("the page");
        }

        @Override
        public boolean connect(int route, Context context, WebSocketHandshake handshake) {
            if (!handshake.isRequested() || context.request().path().equals("/declined")) {
                return false;
            }
            handshake.onText((session, text) -> session.send(text + text));
            return true;
        }
    }
}

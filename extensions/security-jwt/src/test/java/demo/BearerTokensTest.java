package demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jwt.JWTClaimsSet;
import io.jetalyst.App;
import io.jetalyst.security.TokenAuthenticator;
import io.jetalyst.security.jwt.BearerTokens;
import io.jetalyst.security.jwt.Issuer;
import io.jetalyst.security.jwt.JwtVerifier;
import io.jetalyst.testkit.Closed;
import io.jetalyst.testkit.TestApp;
import io.jetalyst.testkit.TestHttp;
import io.jetalyst.testkit.TestResponse;
import io.jetalyst.testkit.TestSocket;
import io.jetalyst.testkit.TestSockets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests and sockets with tokens, on a real server. */
class BearerTokensTest {
    private static final Issuer ISSUER = Issuer.start();

    /** One for each test, so that no socket of the test before it is still closing. */
    @RegisterExtension
    final TestApp app = TestApp.of(BearerTokensTest::app).timeout(Duration.ofSeconds(60));

    private static App app(String... args) {
        BearerTokens tokens = BearerTokens.of(JwtVerifier.of(ISSUER.options()));
        return App.builder()
                .args(args)
                .bind(TokenAuthenticator.class, tokens)
                .mount(new OrderController_Routes(), new PriceController_Routes())
                .authenticator(tokens)
                .build();
    }

    @AfterAll
    static void stop() {
        ISSUER.close();
    }

    @BeforeEach
    void forgetCalls() {
        PriceController.CALLS.clear();
    }

    private static String token(String user, String... roles) throws Exception {
        return ISSUER.token(claims(user, roles).build());
    }

    private static JWTClaimsSet.Builder claims(String user, String... roles) {
        return ISSUER.claims().subject(user).claim("roles", List.of(roles));
    }

    private static String seller() throws Exception {
        return token("ada", "seller");
    }

    /** The token of a client that must renew it soon. */
    private static String shortToken(int seconds) throws Exception {
        return ISSUER.token(claims("ada", "seller")
                .expirationTime(Date.from(Instant.now().plusSeconds(seconds)))
                .build());
    }

    @Test
    void answersClientWithToken(TestHttp http) throws Exception {
        TestResponse response = http.get("/orders", "Authorization", "Bearer " + seller());

        assertEquals("orders of ada", response.expect(200).body());
        http.get("/orders", "Authorization", "bEARER  " + seller()).expect(200);
    }

    @Test
    void challengesClientWithoutToken(TestHttp http) {
        assertEquals("Bearer", http.get("/orders").expect(401).header("WWW-Authenticate"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Bearer", "Bearer ", "Bearer x", "Bearer a.b.c", "Bearer a b", "Bearer \"x\"", "Bearer x,y"})
    void rejectsMalformedToken(String field, TestHttp http) {
        TestResponse response = http.get("/orders", "Authorization", field).expect(401);

        assertEquals("Bearer error=\"invalid_token\"", response.header("WWW-Authenticate"));
        assertTrue(response.body().contains("\"The token is not valid.\""), response.body());
    }

    @Test
    void doesNotSayWhyTokenIsRejected(TestHttp http) throws Exception {
        String expired = ISSUER.token(claims("ada", "seller")
                .expirationTime(Date.from(Instant.now().minusSeconds(600)))
                .build());
        String other = ISSUER.token(claims("ada", "seller").audience("x").build());

        for (String token : List.of(expired, other)) {
            TestResponse response =
                    http.get("/orders", "Authorization", "Bearer " + token).expect(401);
            assertEquals("Bearer error=\"invalid_token\"", response.header("WWW-Authenticate"));
            assertTrue(response.body().contains("\"The token is not valid.\""), response.body());
        }
    }

    @Test
    void ignoresTokensInQueryStringsFormsAndCookies(TestHttp http) throws Exception {
        http.get("/orders?access_token=" + seller()).expect(401);
        http.get("/orders", "Cookie", "access_token=" + seller()).expect(401);
        http.get("/orders", "Sec-WebSocket-Protocol", "bearer." + seller()).expect(401);
    }

    @Test
    void rejectsTokenWithoutRoleOrScope(TestHttp http) throws Exception {
        http.get("/orders", "Authorization", "Bearer " + token("bob", "buyer")).expect(403);
        TestResponse response =
                http.get("/scoped", "Authorization", "Bearer " + seller()).expect(403);
        assertEquals(
                "Bearer error=\"insufficient_scope\", scope=\"orders:write\"", response.header("WWW-Authenticate"));
        String scoped = ISSUER.token(
                claims("ada").claim("scope", "orders:read orders:write").build());
        http.get("/scoped", "Authorization", "Bearer " + scoped).expect(200);
    }

    @Test
    void checksTokensOnWorkers(TestHttp http) throws Exception {
        String thread = http.get("/fast", "Authorization", "Bearer " + seller())
                .expect(200)
                .body();

        assertFalse(thread.startsWith("jetalyst-io"), thread);
    }

    @Test
    void acceptsTokenInHandshake(TestSockets sockets) throws Exception {
        TestSocket socket =
                sockets.open("/prices", "Authorization", "Bearer " + seller(), "Sec-WebSocket-Protocol", "prices.v1");
        assertEquals("ada: hi", socket.send("hi").next(String.class));
        sockets.refused("/prices", "Sec-WebSocket-Protocol", "prices.v1").expect(401);
        sockets.refused("/prices", "Authorization", "Bearer x", "Sec-WebSocket-Protocol", "prices.v1")
                .expect(401);
    }

    @Test
    void acceptsTokenAmongTheSubprotocols(TestSockets sockets) throws Exception {
        TestSocket socket = sockets.open("/prices", "Sec-WebSocket-Protocol", "prices.v1, bearer." + seller());
        assertEquals("ada: hi", socket.send("hi").next(String.class));
        sockets.refused("/prices", "Sec-WebSocket-Protocol", "prices.v1, bearer.x")
                .expect(401);
        sockets.refused(
                        "/prices",
                        "Sec-WebSocket-Protocol",
                        "prices.v1, bearer." + seller() + ", bearer." + token("bob", "seller"))
                .expect(401);
    }

    @Test
    void closesSocketWhenTheTokenExpires(TestSockets sockets) throws Exception {
        TestSocket socket = sockets.open("/prices", "Authorization", "Bearer " + shortToken(4));

        assertEquals(new Closed(1008, "the token has expired"), socket.awaitClose());
    }

    @Test
    void keepsSocketOpenThatRenewsItsToken(TestSockets sockets) throws Exception {
        TestSocket renewed = sockets.open("/prices", "Authorization", "Bearer " + shortToken(10));
        assertEquals("ada: renew", renewed.send("renew " + seller()).next(String.class));
        TestSocket other = sockets.open("/prices", "Authorization", "Bearer " + shortToken(10));

        assertEquals(new Closed(1008, "the token has expired"), other.awaitClose());
        assertEquals("ada: hi", renewed.send("hi").next(String.class));
    }

    @Test
    void closesSocketThatRenewsWithBadToken(TestSockets sockets) throws Exception {
        TestSocket socket = sockets.open("/prices", "Authorization", "Bearer " + seller());
        assertEquals(
                new Closed(1008, "the token is not valid"),
                socket.send("renew x").awaitClose());

        TestSocket stolen = sockets.open("/prices", "Authorization", "Bearer " + seller());
        assertEquals(
                1011,
                stolen.send("renew " + token("bob", "seller")).awaitClose().code());
    }

    /** The issuer has taken the role away since the handshake. */
    @Test
    void closesSocketThatRenewsWithoutRoleOfEndpoint(TestSockets sockets) throws Exception {
        TestSocket prices = sockets.open("/prices", "Authorization", "Bearer " + seller());
        assertEquals(
                new Closed(1008, "the token is not valid"),
                prices.send("renew " + token("ada", "buyer")).awaitClose());

        TestSocket offers = sockets.open("/offers");
        offers.send(seller());
        assertEquals("Hello ada", offers.next(String.class));
        assertEquals(
                new Closed(1008, "the token is not valid"),
                offers.send("renew " + token("ada", "buyer")).awaitClose());
    }

    @Test
    void identifiesClientByItsFirstMessage(TestSockets sockets) throws Exception {
        TestSocket socket = sockets.open("/offers");
        socket.send(seller());

        assertEquals("Hello ada", socket.next(String.class));
        assertEquals("ada: hi", socket.send("hi").next(String.class));
        assertEquals(List.of("open", "text"), PriceController.CALLS);
    }

    @Test
    void needsNoMessageFromIdentifiedClient(TestSockets sockets) throws Exception {
        TestSocket socket = sockets.open("/offers", "Authorization", "Bearer " + seller());

        assertEquals("Hello ada", socket.next(String.class));
        sockets.refused("/offers", "Authorization", "Bearer " + token("bob", "buyer"))
                .expect(403);
        sockets.refused("/offers", "Authorization", "Bearer x").expect(401);
    }

    @Test
    void closesSocketWithoutGoodFirstMessage(TestSockets sockets) throws Exception {
        Closed invalid = new Closed(1008, "the token is not valid");
        assertEquals(invalid, sockets.open("/offers").send("hi").awaitClose());
        assertEquals(invalid, sockets.open("/offers").send("").awaitClose());
        assertEquals(
                new Closed(1008, "the roles of the client do not allow it"),
                sockets.open("/offers").send(token("bob", "buyer")).awaitClose());
        assertEquals(
                new Closed(1008, "the first message is not a token"),
                sockets.open("/offers").send(new byte[] {1}).awaitClose());
        assertEquals(
                new Closed(1008, "the first message is too long for a token"),
                sockets.open("/offers").send("x".repeat(9000)).awaitClose());
        assertEquals(List.of(), PriceController.CALLS);
    }

    @Test
    void closesSocketThatSendsNoToken(TestSockets sockets) {
        assertEquals(
                new Closed(1008, "no token was received in time"),
                sockets.open("/offers").awaitClose());
        assertEquals(List.of(), PriceController.CALLS);
    }

    @Test
    void expiresIdentityOfFirstMessage(TestSockets sockets) throws Exception {
        TestSocket socket = sockets.open("/offers");
        socket.send(shortToken(4));
        assertEquals("Hello ada", socket.next(String.class));

        assertEquals(new Closed(1008, "the token has expired"), socket.awaitClose());
    }
}

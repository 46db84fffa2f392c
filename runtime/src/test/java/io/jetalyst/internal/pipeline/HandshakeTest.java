package io.jetalyst.internal.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.jetalyst.engine.Exchange.UpgradeSupport;
import io.jetalyst.internal.router.Router;
import io.jetalyst.internal.socket.Fixture;
import io.jetalyst.internal.socket.Sockets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The table of the WebSocket endpoint, row by row. */
class HandshakeTest {
    private final SampleTable table = new SampleTable();
    private final Sockets sockets = Fixture.sockets();
    private final Pipeline pipeline = new Pipeline(Router.of(table.routes()), List.of(), sockets);

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD"})
    void aPlainRequestRunsTheMethodAndThenThePage(String method) {
        RecordedExchange exchange = new RecordedExchange(method, "/chat/a?name=ann").through(pipeline);

        assertEquals("the page of a", exchange.text());
        assertEquals(List.of("ann"), table.connected);
    }

    @Test
    void aPlainRequestThatTheSocketMethodCannotBindGoesStraightToThePage() {
        RecordedExchange exchange = new RecordedExchange("GET", "/chat/a").through(pipeline);

        assertEquals("the page of a", exchange.text());
        assertEquals(List.of(), table.connected);
    }

    @Test
    void answersPlainRequestWith426IfThereIsNoPage() {
        RecordedExchange exchange = new RecordedExchange("GET", "/socket").through(pipeline);

        assertEquals(426, exchange.status());
        assertEquals("websocket", exchange.answered("Upgrade"));
        assertEquals("Upgrade", exchange.answered("Connection"));
        assertEquals("13", exchange.answered("Sec-WebSocket-Version"));
    }

    @Test
    void answersHttp2With426WithoutConnectionSpecificFields() {
        RecordedExchange exchange = new RecordedExchange("GET", "/socket")
                .support(UpgradeSupport.NONE, "HTTP/2.0")
                .through(pipeline);

        assertEquals(426, exchange.status());
        assertEquals("", exchange.answered("Upgrade"));
        assertEquals("", exchange.answered("Connection"));
    }

    @Test
    void aHandshakeOverAProtocolThatCannotIsAPlainRequest() {
        RecordedExchange exchange = RecordedExchange.handshake("/chat/a?name=ann")
                .support(UpgradeSupport.NONE, "HTTP/1.0")
                .through(pipeline);

        assertEquals("the page of a", exchange.text());
    }

    @Test
    void aGoodHandshakeIsTaken() {
        RecordedExchange exchange =
                RecordedExchange.handshake("/chat/a?name=ann").through(pipeline);

        assertEquals(Optional.empty(), exchange.answer("Sec-WebSocket-Protocol"));
        assertEquals(Optional.of("s3pPLMBiTxaQ9kYGzzhZRbK+xOo="), exchange.answer("Sec-WebSocket-Accept"));
        assertEquals(List.of("ann"), table.connected);
    }

    @Test
    void extendedConnectNeedsNoKeyAndNoUpgradeHeader() {
        RecordedExchange exchange = new RecordedExchange("CONNECT", "/chat/a?name=ann")
                .header("Sec-WebSocket-Version", "13")
                .support(UpgradeSupport.EXTENDED_CONNECT, "HTTP/2.0")
                .through(pipeline);

        exchange.upgraded();
    }

    @Test
    void aDeclinedExtendedConnectIsNeverAnsweredWithAPage() {
        RecordedExchange exchange = new RecordedExchange("CONNECT", "/chat/a?name=shy")
                .header("Sec-WebSocket-Version", "13")
                .support(UpgradeSupport.EXTENDED_CONNECT, "HTTP/2.0")
                .through(pipeline);

        assertEquals(403, exchange.status());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "dGhlIHNhbXBsZSBub25jZQ=",
                "dGhlIHNhbXBsZQ==",
                "!!!!IHNhbXBsZSBub25jZQ==",
                "dGhlIHNhbXBsZSBub25jZXM="
            })
    void aKeyThatIsNot16BytesIsRefused(String key) {
        RecordedExchange exchange = RecordedExchange.handshake("/chat/a?name=ann")
                .without("Sec-WebSocket-Key")
                .header("Sec-WebSocket-Key", key);

        assertRefused(400, exchange);
    }

    @Test
    void aMissingOrRepeatedKeyIsRefused() {
        assertRefused(400, RecordedExchange.handshake("/chat/a?name=ann").without("Sec-WebSocket-Key"));
        assertRefused(
                400,
                RecordedExchange.handshake("/chat/a?name=ann").header("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ=="));
    }

    @Test
    void aHandshakeWhoseConnectionHeaderDoesNotNameItIsRefused() {
        assertRefused(400, RecordedExchange.handshake("/chat/a?name=ann").without("Connection"));
        assertRefused(
                400,
                RecordedExchange.handshake("/chat/a?name=ann")
                        .without("Connection")
                        .header("Connection", "keep-alive"));
    }

    @Test
    void aHandshakeWithABodyIsRefused() {
        assertRefused(400, RecordedExchange.handshake("/chat/a?name=ann").withBody("frames"));
    }

    @Test
    void withoutAnUpgradeHeaderItIsAPlainRequest() {
        RecordedExchange exchange = RecordedExchange.handshake("/chat/a?name=ann")
                .without("Upgrade")
                .through(pipeline);

        assertEquals("the page of a", exchange.text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"12", "8, 13", "013", "13 ,13", "x"})
    void anotherVersionIsToldOurs(String version) {
        RecordedExchange exchange = RecordedExchange.handshake("/chat/a?name=ann")
                .without("Sec-WebSocket-Version")
                .header("Sec-WebSocket-Version", version);

        assertRefused(426, exchange);
        assertEquals("13", exchange.answered("Sec-WebSocket-Version"));
        assertEquals("websocket", exchange.answered("Upgrade"));
    }

    @Test
    void aDeclinedHandshakeFallsBackToThePage() {
        RecordedExchange exchange =
                RecordedExchange.handshake("/chat/a?name=shy").through(pipeline);

        assertEquals("the page of a", exchange.text());
    }

    @Test
    void aProblemThrownByTheMethodIsItsStatus() {
        assertEquals(
                403,
                RecordedExchange.handshake("/chat/a?name=banned")
                        .through(pipeline)
                        .status());
    }

    @Test
    void aHandshakeThatCannotBeBoundIsTheClientsMistake() {
        RecordedExchange exchange = RecordedExchange.handshake("/chat/a").through(pipeline);

        assertEquals(400, exchange.status());
        assertEquals(
                "{\"type\":\"about:blank\",\"title\":\"Bad Request\",\"status\":400,"
                        + "\"detail\":\"The query parameter \\\"name\\\" is missing.\",\"errors\":[{\"in\":\"query\",\"name\":\"name\","
                        + "\"code\":\"required\",\"detail\":\"is missing\"}]}",
                exchange.text());
    }

    @Test
    void aMethodThatTakesWhatItWasNotOfferedIsAnError() {
        assertEquals(
                500,
                new RecordedExchange("GET", "/socket?how=rash")
                        .through(pipeline)
                        .status());
        assertEquals(
                500,
                RecordedExchange.handshake("/socket?how=rash").through(pipeline).status());
    }

    @Test
    void aMethodThatThrowsIsAnErrorBeforeAnyUpgrade() {
        RecordedExchange exchange =
                RecordedExchange.handshake("/socket?how=throws").through(pipeline);

        assertEquals(500, exchange.status());
        assertFalse(exchange.text().contains("hunter2"));
    }

    /** A stop would wait for it. */
    @Test
    void forgetsAHandshakeThatTheEngineCannotUpgrade() {
        RecordedExchange exchange = RecordedExchange.handshake("/chat/a?name=ann")
                .failingUpgrade(new IllegalStateException("the connection is gone"));
        exchange.through(pipeline);
        assertEquals(0, sockets.open());
    }

    @Test
    void aHandshakeThatComesWhileTheServerStopsIs503() {
        sockets.close(Duration.ZERO);

        assertRefused(503, RecordedExchange.handshake("/chat/a?name=ann"));
    }

    @Test
    void aHandshakeToAPathThatHasOnlyAPageIsAnsweredWithThePage() {
        assertEquals(
                "Hello, a",
                RecordedExchange.handshake("/hello/a").through(pipeline).text());
    }

    private void assertRefused(int status, RecordedExchange exchange) {
        assertEquals(status, exchange.through(pipeline).status());
        assertEquals(List.of(), table.connected, "the method was called");
    }
}

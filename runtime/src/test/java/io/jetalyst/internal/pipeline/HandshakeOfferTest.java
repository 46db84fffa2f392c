package io.jetalyst.internal.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jetalyst.internal.router.Router;
import io.jetalyst.internal.socket.Fixture;
import io.jetalyst.internal.socket.Sockets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The origins and subprotocols of handshakes. */
class HandshakeOfferTest {
    private final SampleTable table = new SampleTable();
    private final Sockets sockets = Fixture.sockets();
    private final Pipeline pipeline = new Pipeline(Router.of(table.routes()), List.of(), sockets);

    @ParameterizedTest
    @CsvSource({
        "http://app.example:8080,      101",
        "HTTP://APP.EXAMPLE:8080,      101",
        "https://friend.example,       101",
        "https://friend.example:443,   101",
        "http://friend.example,        403",
        "https://friend.example:444,   403",
        "https://app.example:8080,     101",
        "http://app.example,           403",
        "http://app.example:8081,      403",
        "http://app.example:8080.evil, 403",
        "http://evil.example,          403",
        "http://evil-app.example:8080, 403",
        "http://app.example.:8080,     403",
        "http://app.example:8080@evil, 403",
        "http://app.example:8080/,     403",
        "null,                         403",
        "'',                           403",
        "ws://app.example:8080,        403",
    })
    void acceptsPagesOfTheSameHostAndOfNamedOrigins(String origin, int status) {
        RecordedExchange exchange =
                RecordedExchange.handshake("/chat/a?name=ann").header("Origin", origin);

        if (status == 101) {
            exchange.through(pipeline).upgraded();
        } else {
            assertRefused(status, exchange);
        }
    }

    @Test
    void twoOriginsAreNone() {
        assertRefused(
                403,
                RecordedExchange.handshake("/chat/a?name=ann")
                        .header("Origin", "http://app.example:8080")
                        .header("Origin", "http://evil.example"));
    }

    @Test
    void anEndpointMayLetEveryOriginIn() {
        RecordedExchange.handshake("/any")
                .header("Origin", "http://evil.example")
                .through(pipeline)
                .upgraded();
    }

    @ParameterizedTest
    @CsvSource({"v1, v1", "'v3, v1', v1", "'v1,v2', v2", "' , v2 ,', v2"})
    void thePreferredOfTheOfferedSubprotocolsIsChosen(String offered, String chosen) {
        RecordedExchange exchange = RecordedExchange.handshake("/spoken")
                .header("Sec-WebSocket-Protocol", offered)
                .through(pipeline);

        assertEquals(Optional.of(chosen), exchange.answer("Sec-WebSocket-Protocol"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"v3", "V1", "v1.1", ""})
    void aSubprotocolThatWasNotOfferedIsNeverChosen(String offered) {
        assertRefused(400, RecordedExchange.handshake("/spoken").header("Sec-WebSocket-Protocol", offered));

        RecordedExchange optional = RecordedExchange.handshake("/any").header("Sec-WebSocket-Protocol", offered);
        assertEquals(Optional.empty(), optional.through(pipeline).answer("Sec-WebSocket-Protocol"));
    }

    private void assertRefused(int status, RecordedExchange exchange) {
        assertEquals(status, exchange.through(pipeline).status());
        assertEquals(List.of(), table.connected, "the method was called");
    }
}

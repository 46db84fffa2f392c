package io.jetalyst.internal.inbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jetalyst.codec.MalformedBodyException;
import io.jetalyst.internal.socket.Fixture;
import io.jetalyst.internal.socket.MemoryWire;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Text that is to be JSON of a type, and what becomes of text that is not. */
@Timeout(30)
class JsonMessagesTest {
    private final Fixture fixture = new Fixture();
    private final List<String> told = new ArrayList<>();

    private void assertTold(String... events) {
        assertEquals(List.of(events), told);
        told.clear();
    }

    @Test
    void jsonIsReadAsItsTypeOrTheSessionEndsWith1007() {
        MemoryWire wire = fixture.openTelling(
                told,
                handshake ->
                        handshake.onMessage(Integer.class, (session, number) -> told.add("number " + (number + 1))));
        wire.text("41");
        assertTold("number 42");
        wire.text("{");
        assertEquals(List.of("8:1007 malformed message"), wire.sent());
        wire.close();
        assertTold("error WebSocketClosedException", "close 1007 PROTOCOL");
    }

    @Test
    void passesMalformedJsonToTheEndpoint() {
        MemoryWire wire = fixture.openTelling(
                told,
                handshake -> handshake
                        .onMalformedMessage((session, message) -> {
                            told.add(message.text() + ": " + message.problem());
                            session.send("what?");
                        })
                        .onMessage(Integer.class, (session, number) -> told.add("number " + number)));
        wire.text("{☃");
        assertEquals(List.of("1:what?"), wire.sent());
        wire.text("7");
        assertTold("{☃: The body is not a number.", "number 7");
        wire.closeByPeer(1000, "");
        assertTold("close 1000 CLIENT");
    }

    @Test
    void anAnswerThatFailsAndAListenerThatReadsBadJsonAreErrorsOfTheServer() {
        MemoryWire wire = fixture.openTelling(
                told,
                handshake -> handshake
                        .onMalformedMessage((session, message) -> {
                            throw new IllegalStateException(message.problem());
                        })
                        .onMessage(Integer.class, (session, number) -> {
                            throw new MalformedBodyException("of another", null);
                        }));
        wire.text("7");
        assertEquals(List.of("8:1011 the server failed"), wire.sent());
        MemoryWire other = fixture.openTelling(
                told,
                handshake -> handshake
                        .onMalformedMessage((session, message) -> {
                            throw new IllegalStateException(message.problem());
                        })
                        .onMessage(Integer.class, (session, number) -> {}));
        other.text("x");
        assertEquals(List.of("8:1011 the server failed"), other.sent());
    }
}

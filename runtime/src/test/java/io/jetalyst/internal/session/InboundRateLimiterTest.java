package io.jetalyst.internal.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.internal.limit.SocketLimits;
import io.jetalyst.internal.protocol.Opcode;
import io.jetalyst.internal.socket.Fixture;
import io.jetalyst.internal.socket.MemoryWire;
import io.jetalyst.socket.CloseStatus;
import io.jetalyst.socket.SocketLimit;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How fast a client must end a message, and how fast it may send messages: 30 s, and 50 a second with 100 at once. */
@Timeout(30)
class InboundRateLimiterTest {
    private static final Duration STEP = Duration.ofMillis(20);

    private Fixture fixture = new Fixture();
    private final List<CloseStatus> ends = new ArrayList<>();
    private final List<Connection> connections = new ArrayList<>();
    private final List<String> heard = new ArrayList<>();

    private MemoryWire open() {
        connections.clear();
        MemoryWire wire = fixture.open(handshake -> handshake
                .onOpen(session -> connections.add(((Session) session).connection()))
                .onText((session, text) -> heard.add(text))
                .onPartialBinary((session, part, last) -> fixture.pass(Duration.ofSeconds(20)))
                .onClose((session, status) -> ends.add(status)));
        wire.answerClose();
        return wire;
    }

    private void pass(Duration time) {
        fixture.pass(time);
        connections.get(0).tick(Runnable::run);
    }

    private void assertPolicy(String reason) {
        assertEquals(List.of(new CloseStatus(CloseStatus.POLICY_VIOLATION, reason, CloseStatus.Cause.POLICY)), ends);
    }

    @Test
    void aMessageThatIsNotThereInTimeEndsTheSession() {
        MemoryWire wire = open();
        pass(Duration.ofSeconds(20)); // silence before the message does not count
        wire.frame(Opcode.TEXT, false, (byte) 'a');
        pass(Duration.ofMillis(29_999));
        assertEquals(List.of(), ends);
        pass(Duration.ofMillis(1));
        assertPolicy("a message takes 30 seconds at most");
    }

    @Test
    void aProcessThatWasFrozenIsNotTheClientsFault() {
        MemoryWire wire = open();
        ByteArrayOutputStream burst = new ByteArrayOutputStream();
        for (int i = 0; i < 102; i++) {
            burst.writeBytes(MemoryWire.frameBytes(Opcode.TEXT, true, (byte) 'a'));
        }
        wire.bytes(burst.toByteArray());
        assertFalse(wire.listens());
        pass(Duration.ofSeconds(6));
        assertTrue(wire.listens());
        assertEquals(List.of(), ends);
    }

    @Test
    void partsThatTrickleInDoNotStartTheTimeAnew() {
        MemoryWire wire = open();
        wire.frame(Opcode.TEXT, false);
        for (int i = 0; i < 29; i++) {
            fixture.pass(Duration.ofSeconds(1));
            wire.frame(i % 2 == 0 ? Opcode.PONG : Opcode.CONTINUATION, i % 2 == 0);
        }
        assertEquals(List.of(), ends);
        fixture.pass(Duration.ofSeconds(1));
        wire.frame(Opcode.CONTINUATION, false);
        assertPolicy("a message takes 30 seconds at most");
    }

    @Test
    void deliversAMessageThatIsCompleteInTime() {
        MemoryWire wire = open();
        for (int i = 0; i < 3; i++) {
            wire.frame(Opcode.TEXT, false, (byte) 'a');
            pass(Duration.ofSeconds(29));
            wire.frame(Opcode.CONTINUATION, true, (byte) 'b');
            pass(Duration.ofSeconds(40));
        }
        assertEquals(List.of("ab", "ab", "ab"), heard);
    }

    @Test
    void theTimeOfListenersIsNotTheClients() {
        MemoryWire wire = open();
        for (int i = 0; i < 10; i++) {
            wire.frame(i == 0 ? Opcode.BINARY : Opcode.CONTINUATION, false, (byte) 1);
            pass(Duration.ofSeconds(1));
        }
        assertEquals(List.of(), ends);
    }

    @Test
    void pausesReadingWhenTheBurstIsExceeded() {
        MemoryWire wire = open();
        for (int i = 0; i < 100; i++) {
            wire.text("a");
            assertTrue(wire.listens());
        }
        wire.text("one more");
        assertEquals(101, heard.size());
        assertFalse(wire.listens());
        pass(STEP.minusNanos(1));
        assertFalse(wire.listens());
        pass(Duration.ofNanos(1));
        assertTrue(wire.listens());
        pass(Duration.ofSeconds(2));
        for (int i = 0; i < 100; i++) {
            wire.text("a");
            assertTrue(wire.listens());
        }
    }

    @Test
    void fragmentsAreNotMessages() {
        MemoryWire wire = open();
        for (int i = 0; i < 1000; i++) {
            wire.frame(i == 0 ? Opcode.TEXT : Opcode.CONTINUATION, false);
            assertTrue(wire.listens());
        }
    }

    @Test
    void limitsAFloodingClientAndClosesItAfterTenSeconds() {
        MemoryWire wire = open();
        int sent = 0;
        Duration passed = Duration.ZERO;
        while (ends.isEmpty()) {
            if (wire.listens()) {
                wire.text("flood");
                sent++;
            } else {
                pass(STEP);
                passed = passed.plus(STEP);
            }
        }
        assertPolicy("more than 50 messages a second");
        assertEquals(Duration.ofSeconds(10), passed.truncatedTo(java.time.temporal.ChronoUnit.SECONDS));
        assertEquals(100 + passed.toMillis() / STEP.toMillis(), sent, 2);
    }

    @Test
    void closesAFloodingClientAlthoughTheTimerIsLate() {
        MemoryWire wire = open();
        Duration passed = Duration.ZERO;
        while (ends.isEmpty() && passed.toSeconds() < 20) {
            if (wire.listens()) {
                wire.text("flood");
            } else {
                pass(STEP.multipliedBy(3));
                passed = passed.plus(STEP.multipliedBy(3));
            }
        }
        assertPolicy("more than 50 messages a second");
        assertEquals(10, passed.toSeconds(), 1);
    }

    @Test
    void pingsAndPongsAreCountedToo() {
        MemoryWire wire = open();
        for (int i = 0; i < 101; i++) {
            assertTrue(wire.listens());
            wire.frame(i % 2 == 0 ? Opcode.PING : Opcode.PONG, true);
        }
        assertFalse(wire.listens());
    }

    @Test
    void neverPausesAClientWithinTheRateForLong() {
        MemoryWire wire = open();
        for (int i = 0; i < 100; i++) {
            wire.text("burst");
        }
        for (int i = 0; i < 10_000; i++) {
            pass(STEP);
            wire.text("steady");
        }
        assertEquals(List.of(), ends);
    }

    @Test
    void readsTheClientsCloseAlthoughReadingIsPaused() {
        MemoryWire wire = open();
        for (int i = 0; i < 101; i++) {
            wire.text("a");
        }
        connections.get(0).close(new CloseStatus(4000, "", CloseStatus.Cause.SERVER), null);
        pass(STEP);
        assertEquals(4000, ends.get(0).code());
    }

    @Test
    void anEndpointMayHaveAsGoodAsNoLimit() {
        fixture = new Fixture(SocketLimits.DEFAULT.with(Map.of(
                SocketLimit.MESSAGES_PER_SECOND, Integer.MAX_VALUE,
                SocketLimit.MESSAGE_BURST, Integer.MAX_VALUE,
                SocketLimit.MESSAGE_TIMEOUT_SECONDS, Integer.MAX_VALUE)));
        MemoryWire wire = open();
        for (int i = 0; i < 100_000; i++) {
            wire.text("");
            assertTrue(wire.listens());
        }
        wire.frame(Opcode.BINARY, false, ByteBuffer.allocate(1).array());
        assertEquals(List.of(), ends);
    }
}

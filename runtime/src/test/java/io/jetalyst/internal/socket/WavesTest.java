package io.jetalyst.internal.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many sockets of a server that stops. */
@Timeout(60)
class WavesTest {
    private final Fixture fixture = new Fixture();
    private final List<Integer> codes = Collections.synchronizedList(new ArrayList<>());

    private List<MemoryWire> open(int count) {
        List<MemoryWire> wires = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            wires.add(fixture.open(handshake -> handshake.onClose((session, status) -> codes.add(status.code()))));
        }
        return wires;
    }

    @Test
    void dividesSessionsOverTheTime() {
        assertEquals(50, Waves.size(1, 5_000_000_000L));
        assertEquals(50, Waves.size(2_500, 5_000_000_000L));
        assertEquals(200, Waves.size(10_000, 5_000_000_000L));
        assertEquals(10_000, Waves.size(10_000, 0));
    }

    @Test
    void waitsBetweenTheWaves() {
        open(120).forEach(MemoryWire::answerClose);
        long begun = System.nanoTime();
        fixture.sockets.close(Duration.ofSeconds(30));
        assertTrue(System.nanoTime() - begun >= 2 * Waves.GAP_NANOS);
        assertEquals(Collections.nCopies(120, 1012), codes);
    }

    @Test
    void doesNotWaitForClientsOnceItIsHurried() throws Exception {
        List<MemoryWire> wires = open(120); // which never answer a close frame
        CompletableFuture<Void> closed = CompletableFuture.runAsync(() -> fixture.sockets.close(Duration.ofHours(1)));
        fixture.sockets.hurry();
        closed.get(30, TimeUnit.SECONDS);
        wires.forEach(wire -> assertEquals(List.of("8:1012 the server stops"), wire.sent()));
        assertEquals(Collections.nCopies(120, 1012), codes);
    }
}

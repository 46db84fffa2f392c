package io.jetalyst.internal.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.internal.protocol.Opcode;
import io.jetalyst.socket.WebSocketSession;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What others do while one thread writes what all have sent. */
@Timeout(30)
class FlusherTest {
    private final AtomicReference<WebSocketSession> opened = new AtomicReference<>();
    private final MemoryWire wire = new Fixture()
            .open(handshake -> handshake.onOpen(opened::set).onText((session, text) -> session.send(text)));

    @Test
    void answersToWhatCameBeforeACloseAreSentAlthoughAnotherThreadIsAtIt() {
        AtomicInteger writes = new AtomicInteger();
        wire.meanwhile(() -> {
            if (writes.incrementAndGet() == 1) {
                wire.text("question");
                wire.frame(Opcode.CLOSE, true, (byte) 3, (byte) 0xe8);
            }
        });
        opened.get().send("news");
        assertEquals(List.of("1:news", "1:question", "8:1000 "), wire.sent());
        assertTrue(wire.gone());
    }
}

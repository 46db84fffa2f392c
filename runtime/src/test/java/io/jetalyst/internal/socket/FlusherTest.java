package io.jetalyst.internal.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.internal.protocol.Opcode;
import io.jetalyst.socket.WebSocketSession;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What others do while one thread writes what all have sent. */
@Timeout(30)
class FlusherTest {
    private static final int MANY = 10_000;

    private final AtomicReference<WebSocketSession> opened = new AtomicReference<>();
    private final MemoryWire wire = new Fixture()
            .open(handshake -> handshake.onOpen(opened::set).onText((session, text) -> session.send(text)));

    private CompletableFuture<Void> send(String text) {
        return opened.get().send(text).toCompletableFuture();
    }

    @Test
    void answersToWhatCameBeforeACloseAreSentAlthoughAnotherThreadIsAtIt() {
        AtomicInteger writes = new AtomicInteger();
        wire.meanwhile(() -> {
            if (writes.incrementAndGet() == 1) {
                wire.text("question");
                wire.frame(Opcode.CLOSE, true, (byte) 3, (byte) 0xe8);
            }
        });
        send("news");
        assertEquals(List.of("1:news", "1:question", "8:1000 "), wire.sent());
        assertTrue(wire.gone());
    }

    @Test
    void aStageDoesNotWaitForAllThatOthersGoOnSending() {
        AtomicInteger writes = new AtomicInteger();
        CompletableFuture<Integer> doneAfter = new CompletableFuture<>();
        wire.meanwhile(() -> {
            CompletableFuture<Void> done = writes.incrementAndGet() < MANY ? send("more") : new CompletableFuture<>();
            if (writes.get() == 1) {
                done.thenRun(() -> doneAfter.complete(writes.get()));
            }
        });
        send("first");
        assertEquals(MANY, writes.get());
        assertTrue(doneAfter.join() < 1000, () -> "done after " + doneAfter.join() + " writes");
    }

    @Test
    void whatAListenerHoldsThatWaitsAgainstItsPromiseIsSentByTheClock() {
        Fixture fixture = new Fixture().nonBlocking();
        List<Boolean> done = new ArrayList<>();
        MemoryWire two = fixture.open(handshake -> handshake.onText((session, text) -> {
            CompletableFuture<Void> sent = session.send(text).toCompletableFuture();
            done.add(sent.isDone());
            ((Session) session)
                    .connection()
                    .tick(flush -> CompletableFuture.runAsync(flush).join());
            done.add(sent.isDone());
        }));
        byte[] text = MemoryWire.frameBytes(Opcode.TEXT, true, (byte) 'a');
        two.bytes(ByteBuffer.allocate(2 * text.length).put(text).put(text).array());
        assertEquals(List.of(false, true, true, true), done);
    }
}

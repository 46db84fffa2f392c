package io.jetalyst.internal.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.socket.SlowClient;
import io.jetalyst.socket.SocketLimit;
import io.jetalyst.socket.WebSocketClosedException;
import io.jetalyst.socket.WebSocketOverflowException;
import io.jetalyst.socket.WebSocketSession;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What becomes of messages when four frames, or ten bytes, wait for a client that does not read. */
@Timeout(30)
class SlowClientTest {
    private final AtomicReference<WebSocketSession> opened = new AtomicReference<>();

    private MemoryWire open(SlowClient policy) {
        Fixture fixture = new Fixture(SocketLimits.DEFAULT
                .with(Map.of(SocketLimit.MAX_QUEUED_FRAMES, 4, SocketLimit.MAX_QUEUED_BYTES, 10))
                .slowClient(policy));
        MemoryWire wire = fixture.open(handshake -> handshake.onOpen(opened::set));
        wire.stall();
        return wire;
    }

    private CompletableFuture<Void> send(String text) {
        return opened.get().send(text).toCompletableFuture();
    }

    private static void assertFailed(Class<? extends Throwable> type, CompletableFuture<Void> stage) {
        assertTrue(stage.isDone());
        ExecutionException failed = assertThrows(ExecutionException.class, stage::get);
        assertInstanceOf(type, failed.getCause());
    }

    @Test
    void closeEndsTheSessionAndFailsAllThatWaits() {
        MemoryWire wire = open(SlowClient.CLOSE);
        send("1");
        CompletableFuture<Void> waiting = send("2");
        send("3");
        send("4");
        CompletableFuture<Void> over = send("5");
        assertFailed(WebSocketClosedException.class, waiting);
        assertFailed(WebSocketClosedException.class, over);
        wire.flow();
        assertEquals(List.of("1:1", "8:1013 the client reads too slowly"), wire.sent());
    }

    @Test
    void refuseFailsTheMessageAndKeepsTheSessionAndWhatWaits() {
        MemoryWire wire = open(SlowClient.REFUSE);
        List<CompletableFuture<Void>> taken = List.of(send("1"), send("2"), send("3"), send("4"));
        assertFailed(WebSocketOverflowException.class, send("5"));
        assertTrue(opened.get().isOpen());
        assertEquals(4, opened.get().queuedBytes());
        wire.flow();
        taken.forEach(stage -> assertTrue(stage.isDone() && !stage.isCompletedExceptionally()));
        assertFalse(send("6").isCompletedExceptionally());
        assertEquals(List.of("1:1", "1:2", "1:3", "1:4", "1:6"), wire.sent());
    }

    @Test
    void whatIsSentAfterTheEndIsRefusedForTheEndWhateverThePolicy() {
        MemoryWire wire = open(SlowClient.REFUSE);
        wire.closeByPeer(1000, "");
        assertFailed(WebSocketClosedException.class, send("late"));
    }

    @Test
    void dropOldestKeepsTheNewestInTheirOrder() {
        MemoryWire wire = open(SlowClient.DROP_OLDEST);
        CompletableFuture<Void> written = send("1");
        CompletableFuture<Void> second = send("2");
        send("3");
        send("4");
        assertFalse(second.isDone());
        send("5");
        send("6");
        assertFailed(WebSocketOverflowException.class, second);
        assertEquals(4, opened.get().queuedBytes());
        wire.flow();
        assertEquals(List.of("1:1", "1:4", "1:5", "1:6"), wire.sent());
        assertFalse(written.isCompletedExceptionally());
        assertTrue(opened.get().isOpen());
    }

    @Test
    void dropOldestDropsAsManyAsTheBytesNeed() {
        MemoryWire wire = open(SlowClient.DROP_OLDEST);
        send("1");
        send("22");
        send("333");
        send("8 bytes!");
        assertEquals(9, opened.get().queuedBytes());
        wire.flow();
        assertEquals(List.of("1:1", "1:8 bytes!"), wire.sent());
    }

    @Test
    void whatCannotFitBehindTheFrameOnTheWireIsRefusedAndDropsNothing() {
        MemoryWire wire = open(SlowClient.DROP_OLDEST);
        send("1");
        send("2");
        assertFailed(WebSocketOverflowException.class, send("ten bytes!"));
        wire.flow();
        assertEquals(List.of("1:1", "1:2"), wire.sent());
    }

    @Test
    void aPingDropsNoMessage() {
        MemoryWire wire = open(SlowClient.DROP_OLDEST);
        List.of("1", "2", "3", "4").forEach(this::send);
        assertFailed(
                WebSocketOverflowException.class,
                opened.get().ping(ByteBuffer.allocate(0)).toCompletableFuture());
        wire.flow();
        assertEquals(List.of("1:1", "1:2", "1:3", "1:4"), wire.sent());
    }
}

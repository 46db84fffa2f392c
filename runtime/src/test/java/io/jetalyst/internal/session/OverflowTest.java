package io.jetalyst.internal.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.internal.limit.SocketLimits;
import io.jetalyst.internal.protocol.Opcode;
import io.jetalyst.internal.socket.Fixture;
import io.jetalyst.internal.socket.MemoryWire;
import io.jetalyst.socket.MessageStream;
import io.jetalyst.socket.SocketLimit;
import io.jetalyst.socket.SocketOptions;
import io.jetalyst.socket.WebSocketClosedException;
import io.jetalyst.socket.WebSocketOverflowException;
import io.jetalyst.socket.WebSocketSession;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The overflow policies, when four frames or ten bytes wait for a client that does not read. */
@Timeout(30)
class OverflowTest {
    private final AtomicReference<WebSocketSession> opened = new AtomicReference<>();

    private MemoryWire open(SocketOptions.Overflow policy) {
        Fixture fixture = new Fixture(SocketLimits.DEFAULT
                .with(Map.of(SocketLimit.MAX_QUEUED_FRAMES, 4, SocketLimit.MAX_QUEUED_BYTES, 10))
                .overflow(policy));
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
        MemoryWire wire = open(SocketOptions.Overflow.CLOSE);
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
        MemoryWire wire = open(SocketOptions.Overflow.FAIL);
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
    void rejectsSendsAfterTheEndUnderEveryPolicy() {
        MemoryWire wire = open(SocketOptions.Overflow.FAIL);
        wire.closeByPeer(1000, "");
        assertFailed(WebSocketClosedException.class, send("late"));
    }

    @Test
    void dropOldestKeepsTheNewestInTheirOrder() {
        MemoryWire wire = open(SocketOptions.Overflow.DROP_OLDEST);
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
        MemoryWire wire = open(SocketOptions.Overflow.DROP_OLDEST);
        send("1");
        send("22");
        send("333");
        send("8 bytes!");
        assertEquals(9, opened.get().queuedBytes());
        wire.flow();
        assertEquals(List.of("1:1", "1:8 bytes!"), wire.sent());
    }

    @Test
    void dropOldestKeepsTheNewestMessageAlthoughTheFrameOnTheWireFillsTheQueue() {
        MemoryWire wire = open(SocketOptions.Overflow.DROP_OLDEST);
        send("9 bytes..");
        CompletableFuture<Void> older = send("1");
        CompletableFuture<Void> newest = send("8 bytes!");
        assertFailed(WebSocketOverflowException.class, older);
        assertFalse(newest.isDone());
        assertEquals(17, opened.get().queuedBytes());
        wire.flow();
        assertEquals(List.of("1:9 bytes..", "1:8 bytes!"), wire.sent());
    }

    @Test
    void dropsNothingForAFrameThatDoesNotFitBesideAStreamedMessage() {
        MemoryWire wire = open(SocketOptions.Overflow.DROP_OLDEST);
        send("1");
        send("2");
        MessageStream<String> stream = opened.get().streamText();
        stream.write("part");
        assertFailed(WebSocketOverflowException.class, send("7 bytes"));
        stream.close();
        wire.flow();
        assertEquals(List.of("1:1", "1:2", "1+:part", "0:"), wire.sent());
    }

    @Test
    void aPingDropsNoMessage() {
        MemoryWire wire = open(SocketOptions.Overflow.DROP_OLDEST);
        List.of("1", "2", "3", "4").forEach(this::send);
        assertFailed(
                WebSocketOverflowException.class,
                opened.get().ping(ByteBuffer.allocate(0)).toCompletableFuture());
        wire.flow();
        assertEquals(List.of("1:1", "1:2", "1:3", "1:4"), wire.sent());
    }

    @Test
    void neverDropsAPong() {
        MemoryWire wire = open(SocketOptions.Overflow.DROP_OLDEST);
        send("1");
        wire.frame(Opcode.PING, true, (byte) 'p');
        List.of("a", "b", "c", "d", "e").forEach(this::send);
        wire.flow();
        List<String> sent = wire.sent();
        assertEquals(List.of("1:1", "10:p"), sent.subList(0, 2));
    }

    /** The client reads all the time, but more slowly than the application sends. */
    @ParameterizedTest
    @EnumSource(names = {"DROP_OLDEST", "FAIL"})
    void pingsSlowClientInTime(SocketOptions.Overflow policy) {
        Fixture fixture = new Fixture(SocketLimits.DEFAULT.overflow(policy));
        MemoryWire wire = fixture.open(handshake -> handshake.onOpen(opened::set));
        wire.stall();
        for (int second = 0; second < 120; second++) {
            for (int i = 0; i < 20; i++) {
                send("x".repeat(1024));
            }
            wire.flowOnce();
            if (wire.sent().contains("9:")) {
                wire.frame(Opcode.PONG, true);
            }
            fixture.pass(Duration.ofSeconds(1));
            ((Session) opened.get()).connection().tick(Runnable::run);
        }
        assertTrue(opened.get().isOpen());
    }
}

package io.jetalyst.internal.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.engine.SocketReceiver;
import io.jetalyst.internal.handshake.PendingHandshake;
import io.jetalyst.internal.protocol.Opcode;
import io.jetalyst.internal.socket.Fixture;
import io.jetalyst.internal.socket.MemoryWire;
import io.jetalyst.socket.CloseStatus;
import io.jetalyst.socket.SocketOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The timeouts of a session: pings, idle clients, stalled writes, a close without an answer, and the stop of the server. */
@Timeout(30)
class TimesTest {
    private final Fixture fixture = new Fixture();
    private final List<CloseStatus> ends = new ArrayList<>();
    private final List<Connection> connections = new ArrayList<>();
    private final MemoryWire wire = open();
    /** Whether a listener blocks. */
    private final CountDownLatch blocked = new CountDownLatch(1);

    /** A session whose connection the test can let look at the clock. */
    private MemoryWire open() {
        PendingHandshake handshake =
                fixture.sockets.handshake(Fixture.request(), java.util.Optional.empty(), SocketOptions.DEFAULT, "/");
        handshake.isRequested();
        handshake.onOpen(session -> connections.add(((Session) session).connection()));
        handshake.onText((session, text) -> {}).onClose((session, status) -> ends.add(status));
        handshake.seal();
        return new MemoryWire(handshake.upgrade(List.of()).receiver());
    }

    private void pass(int seconds) {
        fixture.pass(Duration.ofSeconds(seconds));
        connections.get(0).tick(Runnable::run);
    }

    @Test
    void sendsOnePingAfter25SecondsAndClosesAfter60() {
        pass(24);
        assertEquals(List.of(), wire.sent());
        pass(1);
        pass(1);
        assertEquals(List.of("9:"), wire.sent());
        pass(25);
        assertEquals(List.of("9:"), wire.sent());
        pass(9);
        assertEquals(List.of("8:1001 nothing was received for too long"), wire.sent());
        pass(4);
        assertEquals(List.of(), ends);
        pass(1);
        assertEquals(CloseStatus.Cause.IDLE, ends.get(0).cause());
    }

    @Test
    void anyInputRestartsTheIdleTimer() {
        for (int i = 0; i < 10; i++) {
            pass(20);
            wire.frame(Opcode.PONG, true);
        }
        assertEquals(List.of(), wire.sent());
    }

    @Test
    void closesAClientThatReadsNothingForAMinute() {
        wire.stall();
        wire.frame(Opcode.PING, true);
        pass(59);
        assertEquals(0, ends.size());
        pass(1);
        pass(5);
        assertEquals(CloseStatus.Cause.SLOW_CLIENT, ends.get(0).cause());
    }

    @Test
    void timerDoesNotWaitForListeners() {
        wire.busy();
        pass(60);
        pass(5);
        assertTrue(wire.gone());
        assertEquals(List.of(), ends);
        wire.idle();
        assertEquals(1, ends.size());
    }

    @Test
    void aListenerThatBlocksIsInterruptedWhenTheServerHasNoMoreTime() throws InterruptedException {
        List<Boolean> interrupted = new CopyOnWriteArrayList<>();
        MemoryWire other = fixture.open(handshake -> handshake
                .onText((session, text) -> {
                    try {
                        block();
                    } catch (InterruptedException asked) {
                        Thread.currentThread().interrupt();
                    }
                })
                .onClose((session, status) -> {
                    interrupted.add(Thread.currentThread().isInterrupted());
                    ends.add(status);
                }));
        stopWhileOneBlocks(other);
        assertEquals(List.of(false), interrupted);
        assertEquals(CloseStatus.Cause.SHUTDOWN, ends.get(0).cause());
    }

    @Test
    void aStageThatAnInterruptedListenerReturnsIsNotWaitedFor() throws InterruptedException {
        MemoryWire other = fixture.open(handshake -> handshake
                .onTextAsync((session, text) -> {
                    try {
                        block();
                    } catch (InterruptedException asked) {
                        return new CompletableFuture<>();
                    }
                    return CompletableFuture.completedFuture(null);
                })
                .onClose((session, status) -> ends.add(status)));
        stopWhileOneBlocks(other);
        assertEquals(CloseStatus.Cause.SHUTDOWN, ends.get(0).cause());
    }

    private void block() throws InterruptedException {
        blocked.countDown();
        new CountDownLatch(1).await();
    }

    private void stopWhileOneBlocks(MemoryWire other) throws InterruptedException {
        wire.close();
        ends.clear();
        Thread reader = new Thread(() -> other.text("question"));
        reader.start();
        blocked.await();
        fixture.sockets.close(Duration.ofMillis(20));
        reader.join();
    }

    @Test
    void theServerStopsWhenAllHaveAnswered() {
        assertFalse(fixture.sockets.closing());
        wire.answerClose();
        fixture.sockets.close(Duration.ofMinutes(5));
        assertTrue(fixture.sockets.closing());
        assertEquals(List.of("8:1012 the server stops"), wire.sent());
        assertEquals(CloseStatus.Cause.SHUTDOWN, ends.get(0).cause());
        assertEquals(0, fixture.sockets.open());
    }

    @Test
    void aSessionThatOpensWhileTheServerStopsIsClosedAtOnce() {
        wire.close();
        fixture.sockets.close(Duration.ofSeconds(30));
        MemoryWire late = open();
        assertEquals(List.of("8:1012 the server stops"), late.sent());
    }

    @Test
    void abortsSilentClientsAfterTheGracePeriod() {
        fixture.sockets.close(Duration.ofMillis(20));
        assertEquals(CloseStatus.Cause.SHUTDOWN, ends.get(0).cause());
        assertEquals(0, fixture.sockets.open());
    }

    @Test
    void shutdownWaitsForPendingHandshakes() throws Exception {
        wire.close();
        SocketReceiver receiver = fixture.receiver(handshake -> {});
        CompletableFuture<Void> stopped =
                CompletableFuture.runAsync(() -> fixture.sockets.close(Duration.ofSeconds(10)));
        while (!fixture.sockets.closing()) {
            Thread.onSpinWait();
        }
        MemoryWire late = new MemoryWire(receiver);
        assertFalse(stopped.isDone());
        late.closeByPeer(1001, "");
        stopped.get(10, TimeUnit.SECONDS);
        assertEquals(0, fixture.sockets.open());
    }

    @Test
    void shutdownDoesNotWaitForFailedHandshakes() {
        wire.close();
        SocketReceiver receiver = fixture.receiver(handshake -> {});
        receiver.closed(new IOException("reset"));
        fixture.sockets.close(Duration.ofDays(1));
        assertEquals(0, fixture.sockets.open());
    }
}

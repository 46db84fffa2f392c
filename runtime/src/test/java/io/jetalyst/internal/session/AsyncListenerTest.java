package io.jetalyst.internal.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.internal.limit.SocketLimits;
import io.jetalyst.internal.protocol.Opcode;
import io.jetalyst.internal.socket.Fixture;
import io.jetalyst.internal.socket.MemoryWire;
import io.jetalyst.socket.SocketLimit;
import io.jetalyst.socket.WebSocketHandshake.AsyncMessageListener;
import io.jetalyst.socket.WebSocketSession;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A listener whose stage is not done runs still: nobody else is called, and the end waits for it, but not for ever. */
@Timeout(30)
class AsyncListenerTest {
    /** Silence is not what ends the wait for a stage. */
    private final Fixture fixture =
            new Fixture(SocketLimits.DEFAULT.with(Map.of(SocketLimit.IDLE_TIMEOUT_SECONDS, 1_000)));

    private final List<String> told = new ArrayList<>();
    private final AtomicReference<WebSocketSession> opened = new AtomicReference<>();
    private final CompletableFuture<Void> work = new CompletableFuture<>();

    private MemoryWire open(AsyncMessageListener<String> listener) {
        return fixture.open(handshake -> handshake
                .onOpen(opened::set)
                .onTextAsync(listener)
                .onPong((session, payload) -> told.add("pong"))
                .onError((session, error) -> told.add("error " + error.getMessage()))
                .onClose((session, status) -> told.add("close " + status.code() + " " + status.cause())));
    }

    private MemoryWire openWorking() {
        return open((session, text) -> work.thenRun(() -> told.add("worked")));
    }

    private void pass(int seconds) {
        fixture.pass(Duration.ofSeconds(seconds));
        ((Session) opened.get()).connection().tick(Runnable::run);
    }

    @Test
    void onCloseWaitsForTheStageWhenTheConnectionFails() {
        MemoryWire wire = openWorking();
        wire.text("a");
        wire.lose(new IOException("reset"));
        assertFalse(opened.get().isOpen());
        assertEquals(List.of(), told);
        assertEquals(1, fixture.sockets.open());
        work.complete(null);
        assertEquals(List.of("worked", "error reset", "close 1006 NETWORK"), told);
        assertEquals(0, fixture.sockets.open());
    }

    @Test
    void reportsAResetAsNetworkFailureAlthoughTheListenerWaitsForItsMessage() {
        MemoryWire wire = open(WebSocketSession::send);
        wire.stall();
        wire.text("a");
        wire.busy(); // the failed write is reported before the end of the connection
        wire.lose(new IOException("reset"));
        wire.idle();
        assertEquals("close 1006 NETWORK", told.get(told.size() - 1));
    }

    @Test
    void aStageThatFailsAfterTheEndDoesNotChangeIt() {
        MemoryWire wire = openWorking();
        wire.text("a");
        wire.lose(new IOException("reset"));
        work.completeExceptionally(new IllegalStateException("late"));
        assertEquals(List.of("error reset", "close 1006 NETWORK"), told);
    }

    @Test
    void readsInputAfterOurCloseAlthoughAStageIsPending() {
        MemoryWire wire = openWorking();
        wire.text("a");
        assertFalse(wire.listens());
        opened.get().close(4000, "");
        wire.text("dropped");
        wire.frame(Opcode.PONG, true);
        assertTrue(wire.listens());
        work.complete(null);
        wire.text("dropped, and asked for once");
        wire.closeByPeer(4000, "");
        assertEquals(List.of("worked", "close 4000 SERVER"), told);
    }

    @Test
    void aListenerMayWaitForTheCloseItAskedFor() {
        MemoryWire wire = open((session, text) -> session.close(4000, text));
        wire.text("bye");
        assertEquals(List.of("8:4000 bye"), wire.sent());
        assertTrue(wire.listens());
        wire.closeByPeer(4000, "");
        assertEquals(List.of("close 4000 SERVER"), told);
    }

    @Test
    void aListenerMayWaitForAMessageThatTheClientDoesNotTake() {
        MemoryWire wire = open((session, text) -> session.send(text).thenCompose(sent -> session.send("more")));
        wire.stall();
        wire.text("a");
        wire.close();
        assertEquals(1, told.stream().filter(event -> event.startsWith("close")).count());
        assertEquals("close 1006 NETWORK", told.get(told.size() - 1));
    }

    @Test
    void onCloseComesBeforeAStageThatIsNeverDone() {
        MemoryWire wire = openWorking();
        wire.text("a");
        wire.lose(new IOException("reset"));
        pass(59);
        assertEquals(List.of(), told);
        pass(1);
        assertEquals(List.of("error reset", "close 1006 NETWORK"), told);
        assertEquals(0, fixture.sockets.open());
        work.complete(null);
        pass(60);
        assertEquals("worked", told.get(2));
        assertEquals(3, told.size());
    }

    @Test
    void aListenerOfJsonMayBeWaitedFor() {
        List<Integer> heard = new ArrayList<>();
        MemoryWire wire = fixture.open(handshake -> handshake
                .onMessageAsync(Integer.class, (session, number) -> {
                    heard.add(number);
                    return work;
                })
                .onMalformedMessage((session, message) -> session.send("no number: " + message.text())));
        wire.text("x");
        assertTrue(wire.listens());
        wire.text("1");
        assertFalse(wire.listens());
        work.complete(null);
        wire.text("2");
        assertEquals(List.of("1:no number: x"), wire.sent());
        assertEquals(List.of(1, 2), heard);
    }

    @Test
    void theServerStopsWithoutWaitingForStages() {
        MemoryWire wire = openWorking();
        wire.text("a");
        fixture.sockets.close(Duration.ofMillis(20));
        assertEquals(List.of("close 1012 SHUTDOWN"), told);
        assertEquals(0, fixture.sockets.open());
    }
}

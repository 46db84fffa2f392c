package io.jetalyst.internal.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.internal.protocol.Opcode;
import io.jetalyst.internal.socket.Fixture;
import io.jetalyst.internal.socket.MemoryWire;
import io.jetalyst.socket.MessageStream;
import io.jetalyst.socket.WebSocketClosedException;
import io.jetalyst.socket.WebSocketSession;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Streamed messages of sessions that are closed, or whose streams are not. */
@Timeout(30)
class StreamEndTest {
    private final Fixture fixture = new Fixture();
    private final AtomicReference<WebSocketSession> opened = new AtomicReference<>();
    private final List<String> ends = new ArrayList<>();
    private final MemoryWire wire =
            fixture.open(handshake -> handshake.onOpen(opened::set).onClose((session, status) -> {
                ends.add(status.code() + " " + status.cause());
            }));
    private final WebSocketSession session = opened.get();

    private static boolean done(CompletionStage<Void> stage) {
        CompletableFuture<Void> future = stage.toCompletableFuture();
        return future.isDone() && !future.isCompletedExceptionally();
    }

    private static void assertEnded(CompletionStage<Void> stage) {
        CompletableFuture<Void> future = stage.toCompletableFuture();
        assertTrue(future.isDone());
        assertInstanceOf(
                WebSocketClosedException.class,
                assertThrows(CompletionException.class, future::join).getCause());
    }

    @Test
    void closesWhenUnreadPartsFillTheQueue() {
        MessageStream<String> stream = session.streamText();
        wire.stall();
        CompletionStage<Void> first = stream.write("0");
        CompletionStage<Void> second = stream.write("1");
        for (int i = 2; i < 256; i++) {
            stream.write("x");
        }
        assertTrue(session.isOpen());
        assertEnded(stream.write("one too many"));
        assertFalse(session.isOpen());
        assertEnded(second);
        wire.close();
        assertEnded(first);
        assertEquals(List.of("1013 SLOW_CLIENT"), ends);
        assertEquals(0, session.queuedBytes());
    }

    @Test
    void blamesTheServerWhenAnUnfinishedStreamFillsTheQueue() {
        session.streamText().write("for ever");
        for (int i = 0; i <= 256; i++) {
            session.send("x");
        }
        assertFalse(session.isOpen());
        assertEquals(List.of("1+:for ever", "8:1011 a streamed message was not finished"), wire.sent());
        wire.close();
        assertEquals(List.of("1011 ERROR"), ends);
    }

    @Test
    void closesWhenMessagesWaitTooLongBehindAnUnfinishedStream() {
        MessageStream<String> stream = session.streamText();
        stream.write("a");
        passTime(Duration.ofSeconds(70));
        assertTrue(session.isOpen());
        session.send("behind");
        passTime(Duration.ofSeconds(40));
        stream.write("b");
        passTime(Duration.ofSeconds(40));
        assertTrue(session.isOpen());
        passTime(Duration.ofSeconds(40));
        assertFalse(session.isOpen());
        wire.close();
        assertEquals(List.of("1011 ERROR"), ends);
    }

    /** The client answers pings, so that it is not idle. */
    private void passTime(Duration time) {
        for (long left = time.toSeconds(); left > 0; left -= 10) {
            fixture.pass(Duration.ofSeconds(10));
            wire.frame(Opcode.PONG, true);
            ((Session) session).connection().tick(Runnable::run);
        }
    }

    @Test
    void aSessionThatIsClosedInTheMiddleSendsWhatWasWrittenAndTheClose() {
        MessageStream<String> stream = session.streamText();
        wire.stall();
        CompletionStage<Void> before = session.send("before");
        CompletionStage<Void> first = stream.write("a");
        CompletionStage<Void> behind = session.send("behind");
        CompletionStage<Void> second = stream.write("b");
        session.close(4000, "no more");
        assertEnded(behind);
        assertEnded(stream.write("c"));
        assertEnded(stream.close());
        wire.flow();
        assertTrue(done(before) && done(first) && done(second));
        assertEquals(List.of("1:before", "1+:a", "0+:b", "8:4000 no more"), wire.sent());
        assertEquals(0, session.queuedBytes());
    }

    @Test
    void aStreamThatHasEndedIsSentWholeBeforeTheClose() {
        MessageStream<String> whole = session.streamText();
        wire.stall();
        whole.write("a");
        whole.close();
        session.send("b");
        session.close();
        wire.flow();
        assertEquals(List.of("1+:a", "0:", "1:b", "8:1000 "), wire.sent());
    }

    @Test
    void failsAllWaitingStagesIfTheConnectionEndsDuringAStream() {
        MessageStream<String> stream = session.streamText();
        stream.write("a");
        wire.stall();
        CompletionStage<Void> part = stream.write("b");
        CompletionStage<Void> next = stream.write("c");
        CompletionStage<Void> behind = session.send("d");
        wire.close();
        for (CompletionStage<Void> stage : List.of(part, next, behind, stream.write("e"), stream.close())) {
            assertEnded(stage);
        }
        assertEquals(List.of("1006 NETWORK"), ends);
    }

    @Test
    void nothingIsWrittenAfterCloseAndClosingTwiceIsClosingOnce() {
        MessageStream<String> stream = session.streamText();
        CompletionStage<Void> end = stream.close();
        assertSame(end, stream.close());
        assertThrows(IllegalStateException.class, () -> stream.write("late"));
        assertEquals(List.of("1:"), wire.sent());
    }
}

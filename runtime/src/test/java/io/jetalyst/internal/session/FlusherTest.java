package io.jetalyst.internal.session;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.internal.protocol.Opcode;
import io.jetalyst.internal.socket.Fixture;
import io.jetalyst.internal.socket.MemoryWire;
import io.jetalyst.socket.Topic;
import io.jetalyst.socket.WebSocketSession;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Several threads send while one thread writes the messages of all. */
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
        onFirstWrite(wire, () -> {
            wire.text("question");
            wire.frame(Opcode.CLOSE, true, (byte) 3, (byte) 0xe8);
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

    /** So that it does not look slow: its queue takes 256 frames. */
    @Test
    void senderWaitsForTheWriterOfACongestedSession() {
        List<CompletableFuture<Void>> done = new ArrayList<>();
        Thread other = new Thread(() -> IntStream.range(0, 300).forEach(i -> done.add(send("more"))));
        onFirstWrite(wire, () -> {
            other.start();
            awaitWaitingOrDead(other);
        });
        send("first");
        assertDoesNotThrow(() -> other.join());
        assertTrue(opened.get().isOpen());
        assertEquals(301, wire.sent().size());
        done.forEach(CompletableFuture::join);
    }

    @Test
    void publisherDeliversToAllBeforeItWaits() {
        Fixture fixture = new Fixture();
        Topic<String> topic = fixture.sockets.topics().topic("news", String.class);
        MemoryWire crowded = fixture.open(handshake -> handshake.onOpen(topic::subscribe));
        MemoryWire other = fixture.open(handshake -> handshake.onOpen(topic::subscribe));
        Thread publisher = new Thread(() -> topic.publish("b"));
        onFirstWrite(crowded, () -> {
            IntStream.range(0, 200).forEach(i -> topic.publish("a"));
            other.sent();
            publisher.start();
            awaitWaitingOrDead(publisher);
            assertEquals(List.of("1:b"), other.sent());
        });
        topic.publish("first");
        assertDoesNotThrow(() -> publisher.join());
        assertEquals(202, crowded.sent().size());
    }

    @Test
    void publisherWaitsForTheWriterOfACongestedSubscriber() {
        Fixture fixture = new Fixture();
        Topic<String> topic = fixture.sockets.topics().topic("news", String.class);
        MemoryWire crowded = fixture.open(handshake -> handshake.onOpen(topic::subscribe));
        Thread publisher = new Thread(() -> IntStream.range(0, 300).forEach(i -> topic.publish("more")));
        onFirstWrite(crowded, () -> {
            publisher.start();
            awaitWaitingOrDead(publisher);
        });
        topic.publish("first");
        assertDoesNotThrow(() -> publisher.join());
        assertEquals(301, crowded.sent().size());
    }

    /** It runs on an I/O thread, which reads from other connections, too. */
    @Test
    void nonBlockingListenerPausesReadingWhereOthersWaitForTheWriter() {
        Fixture fixture = new Fixture().nonBlocking();
        Topic<String> topic = fixture.sockets.topics().topic("news", String.class);
        MemoryWire crowded = fixture.open(handshake -> handshake.onOpen(topic::subscribe));
        MemoryWire publisher = fixture.open(handshake -> handshake.onText((session, text) -> topic.publish(text)));
        onFirstWrite(crowded, () -> {
            IntStream.range(0, 200).forEach(i -> topic.publish("a"));
            CompletableFuture.runAsync(() -> publisher.text("b")).join();
            assertFalse(publisher.listens());
            publisher.bytes(MemoryWire.frameBytes(Opcode.TEXT, true, (byte) 'c'));
        });
        topic.publish("first");
        assertTrue(publisher.listens());
        List<String> sent = crowded.sent();
        assertEquals(List.of("1:b", "1:c"), sent.subList(sent.size() - 2, sent.size()));
    }

    private static void onFirstWrite(MemoryWire wire, Runnable task) {
        AtomicInteger writes = new AtomicInteger();
        wire.meanwhile(() -> {
            if (writes.incrementAndGet() == 1) {
                task.run();
            }
        });
    }

    private static void awaitWaitingOrDead(Thread thread) {
        while (thread.isAlive() && thread.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
    }

    @Test
    void timerFlushesCorkedFramesOfABlockedNonBlockingListener() {
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

    @Test
    void failsAllMessagesOfABatchThatCannotBeWritten() {
        wire.stall();
        send("first");
        List<CompletableFuture<Void>> batch =
                Stream.of("a", "b", "c").map(this::send).toList();
        wire.meanwhile(() -> {
            throw new OutOfMemoryError("on purpose");
        });
        assertThrows(OutOfMemoryError.class, wire::flow);
        assertTrue(wire.gone());
        assertTrue(batch.stream().allMatch(CompletableFuture::isCompletedExceptionally));
        assertEquals(0, opened.get().queuedBytes());
    }
}

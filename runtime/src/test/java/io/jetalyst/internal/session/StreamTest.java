package io.jetalyst.internal.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.internal.protocol.Opcode;
import io.jetalyst.internal.socket.Fixture;
import io.jetalyst.internal.socket.MemoryWire;
import io.jetalyst.socket.MessageStream;
import io.jetalyst.socket.WebSocketSession;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Messages that are sent part by part. */
@Timeout(30)
class StreamTest {
    private final Fixture fixture = new Fixture();
    private final AtomicReference<WebSocketSession> opened = new AtomicReference<>();
    private final MemoryWire wire = fixture.open(handshake -> handshake.onOpen(opened::set));
    private final WebSocketSession session = opened.get();

    private static boolean done(CompletionStage<Void> stage) {
        CompletableFuture<Void> future = stage.toCompletableFuture();
        return future.isDone() && !future.isCompletedExceptionally();
    }

    @Test
    void partsAreFramesOfOneMessageAndOtherMessagesWait() {
        MessageStream<String> stream = session.streamText();
        session.send("before");
        assertTrue(done(stream.write("a")));
        CompletionStage<Void> behind = session.send("behind");
        assertFalse(done(behind));
        stream.write("b");
        assertEquals(List.of("1:before", "1+:a", "0+:b"), wire.sent());
        assertTrue(done(stream.close()));
        assertTrue(done(behind));
        session.send("after");
        assertEquals(List.of("0:", "1:behind", "1:after"), wire.sent());
    }

    @Test
    void twoStreamsAreNeverMixed() {
        MessageStream<String> one = session.streamText();
        MessageStream<ByteBuffer> two = session.streamBinary();
        one.write("1a");
        two.write(ByteBuffer.wrap("2a".getBytes()));
        one.write("1b");
        two.close();
        session.send("3");
        assertEquals(List.of("1+:1a", "0+:1b"), wire.sent());
        one.close();
        assertEquals(List.of("0:", "2+:2a", "0:", "1:3"), wire.sent());
    }

    @Test
    void aStreamWithoutPartsIsAnEmptyMessageOrNothing() {
        session.streamText();
        session.send("x");
        session.streamBinary().close();
        assertEquals(List.of("1:x", "2:"), wire.sent());
    }

    @Test
    void controlFramesGoPastAStream() {
        MessageStream<String> stream = session.streamText();
        stream.write("a");
        session.send("behind");
        session.ping(ByteBuffer.wrap("1".getBytes()));
        session.ping(ByteBuffer.wrap("2".getBytes()));
        wire.frame(Opcode.PING, true, (byte) 'p');
        assertEquals(List.of("1+:a", "9:1", "9:2", "10:p"), wire.sent());
        wire.stall();
        stream.write("b");
        stream.write("c");
        session.ping(ByteBuffer.wrap("3".getBytes()));
        wire.flow();
        assertEquals(List.of("0+:b", "9:3", "0+:c"), wire.sent());
    }

    @Test
    void stagesTellWhenAPartIsWritten() {
        MessageStream<String> stream = session.streamText();
        wire.stall();
        CompletionStage<Void> first = stream.write("a");
        CompletionStage<Void> end = stream.close();
        assertFalse(done(first));
        assertFalse(done(end));
        assertEquals(1, session.queuedBytes());
        wire.flow();
        assertTrue(done(first));
        assertTrue(done(end));
        assertEquals(0, session.queuedBytes());
    }

    @Test
    void aLargeMessageGoesWholeIfEachPartWaitsForTheOneBefore() {
        MessageStream<ByteBuffer> stream = session.streamBinary();
        CompletionStage<Void> sent = stream.write(ByteBuffer.allocate(60_000));
        for (int i = 0; i < 1000; i++) {
            wire.stall();
            sent = sent.thenCompose(written -> stream.write(ByteBuffer.allocate(60_000)));
            wire.flow();
        }
        assertTrue(done(sent.thenCompose(written -> stream.close())));
        assertTrue(session.isOpen());
        assertEquals(1002, wire.sent().size());
    }

    @Test
    void theClockSendsItsPingsWhileAStreamTakesItsTime() {
        session.streamText().write("a");
        wire.sent();
        fixture.pass(Duration.ofSeconds(30));
        ((Session) session).connection().tick(Runnable::run);
        assertEquals(List.of("9:"), wire.sent());
    }

    @Test
    void aCharacterMayBeCutBetweenTwoParts() {
        String smile = "\uD83D\uDE00";
        MessageStream<String> stream = session.streamText();
        stream.write("a" + smile.charAt(0));
        stream.write("");
        stream.write(smile.charAt(1) + "b");
        stream.write("c" + smile.charAt(0));
        stream.close();
        assertEquals(List.of("1+:a", "0+:", "0+:" + smile + "b", "0+:c", "0:?"), wire.sent());
    }

    @Test
    void partsOfSeveralThreadsAreOneMessage() throws Exception {
        int writers = 4;
        MessageStream<String> stream = session.streamText();
        CyclicBarrier start = new CyclicBarrier(writers);
        List<CompletableFuture<Void>> all = new ArrayList<>();
        for (int writer = 0; writer < writers; writer++) {
            CompletableFuture<Void> end = new CompletableFuture<>();
            all.add(end);
            String name = Integer.toString(writer);
            new Thread(() -> {
                        try {
                            start.await();
                            for (int i = 0; i < 200; i++) {
                                stream.write(name).toCompletableFuture().join();
                                session.ping(ByteBuffer.allocate(0));
                            }
                            end.complete(null);
                        } catch (Throwable e) {
                            end.completeExceptionally(e);
                        }
                    })
                    .start();
        }
        for (CompletableFuture<Void> end : all) {
            end.get();
        }
        stream.close();
        List<String> sent = wire.sent();
        assertTrue(sent.get(0).startsWith("1+:"), sent.get(0));
        assertEquals("0:", sent.get(sent.size() - 1));
        for (int writer = 0; writer < writers; writer++) {
            String part = "+:" + writer;
            assertEquals(
                    200, sent.stream().filter(frame -> frame.endsWith(part)).count());
        }
        assertEquals(200 * writers, sent.stream().filter("9:"::equals).count());
    }
}

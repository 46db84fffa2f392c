package io.jetalyst.internal.topic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.internal.limit.SocketLimits;
import io.jetalyst.internal.socket.Fixture;
import io.jetalyst.internal.socket.MemoryWire;
import io.jetalyst.socket.PresenceTopic;
import io.jetalyst.socket.SocketLimit;
import io.jetalyst.socket.TopicOptions;
import io.jetalyst.socket.WebSocketSession;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many members that join and leave at the same time. */
@Timeout(60)
class PresenceCrowdTest extends MembersOfOneTopic {
    @Test
    void closesManySlowMembersAndKeepsTheOthers() {
        open();
        topic.subscribe(sessions.get(0));
        List<MemoryWire> stalled = IntStream.range(1, 600).mapToObj(i -> open()).toList();
        IntStream.range(1, 600).forEach(i -> topic.subscribe(sessions.get(i), i));
        stalled.forEach(MemoryWire::stall);
        topic.publish("x".repeat(200 * 1024));
        topic.publish("x".repeat(200 * 1024));
        assertEquals(1, topic.subscribers());
        assertEquals(List.of(), topic.members());
        assertTrue(sessions.get(0).isOpen());
    }

    @Test
    void batchesTheMessagesOfSimultaneousJoinsAndLeaves() {
        MemoryWire listener = open();
        topic.subscribe(sessions.get(0));
        IntStream.rangeClosed(1, 1000).forEach(i -> open());
        listener.sent();
        listener.writes();
        listener.busy();
        IntStream.rangeClosed(1, 1000).forEach(i -> topic.subscribe(sessions.get(i), i));
        listener.idle();
        assertEquals(IntStream.rangeClosed(1, 1000).mapToObj(i -> "1:+" + i).toList(), listener.sent());
        assertTrue(listener.writes() <= 1 + 1000 / 64, "too many writes");
        listener.busy();
        IntStream.rangeClosed(1, 1000).forEach(i -> sessions.get(i).close());
        listener.idle();
        assertEquals(IntStream.rangeClosed(1, 1000).mapToObj(i -> "1:-" + i).toList(), listener.sent());
        assertTrue(listener.writes() <= 1 + 1000 / 64, "too many writes");
        assertEquals(List.of(), topic.members());
    }

    @Test
    void simultaneousLeavesDoNotOverflowAnyQueue() {
        Fixture small = new Fixture(SocketLimits.DEFAULT.with(Map.of(SocketLimit.MAX_QUEUED_FRAMES, 4)));
        PresenceTopic<String, Integer> room = topic(small);
        MemoryWire listener = small.open(handshake -> handshake.onOpen(room::subscribe));
        for (int i = 0; i < 100; i++) {
            int member = i;
            small.open(handshake -> handshake.onOpen(session -> {
                sessions.add(session);
                room.subscribe(session, member);
            }));
        }
        listener.sent();
        listener.busy();
        sessions.forEach(WebSocketSession::close);
        listener.idle();
        assertEquals(100, listener.sent().size());
        assertFalse(listener.gone());
    }

    @Test
    void memberChangesInManyTopicsDoNotOverflow() {
        List<PresenceTopic<String, Integer>> rooms = IntStream.range(0, 6)
                .mapToObj(i -> fixture.sockets
                        .topics()
                        .topic("room " + i, String.class, TopicOptions.DEFAULT, Integer.class, new Counted()))
                .toList();
        MemoryWire listener = open();
        IntStream.rangeClosed(1, 100).forEach(i -> open());
        rooms.forEach(room -> room.subscribe(sessions.get(0)));
        IntStream.rangeClosed(1, 100).forEach(i -> rooms.forEach(room -> room.subscribe(sessions.get(i), i)));
        listener.sent();
        listener.busy();
        IntStream.rangeClosed(1, 100).forEach(i -> sessions.get(i).close());
        listener.idle();
        assertEquals(600, listener.sent().size());
        assertTrue(sessions.get(0).isOpen());
    }

    /** Writes are slow and many threads publish, so the queues of clients at the end of a flush fill before the flush reaches them. */
    @Test
    void manyConcurrentMemberChangesOverflowNobody() {
        ForkJoinPool threads = new ForkJoinPool(8, ForkJoinPool.defaultForkJoinWorkerThreadFactory, null, true);
        List<MemoryWire> listeners =
                IntStream.range(0, 200).mapToObj(i -> open()).toList();
        sessions.forEach(topic::subscribe);
        List<WebSocketSession> good = List.copyOf(sessions);
        sessions.clear();
        List<MemoryWire> leavers = IntStream.range(0, 400).mapToObj(i -> open()).toList();
        IntStream.range(0, 400).forEach(i -> topic.subscribe(sessions.get(i), i));
        listeners.forEach(MemoryWire::sent);
        listeners.forEach(wire -> wire.meanwhile(() -> spin(50_000)));
        leavers.forEach(wire -> wire.threads(threads));
        sessions.forEach(leaver -> threads.execute(leaver::close));
        assertTrue(threads.awaitQuiescence(50, TimeUnit.SECONDS));
        threads.shutdown();
        assertTrue(good.stream().allMatch(WebSocketSession::isOpen));
        listeners.forEach(wire -> assertEquals(400, wire.sent().size()));
    }

    private static void spin(long nanos) {
        long end = System.nanoTime() + nanos;
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }
}

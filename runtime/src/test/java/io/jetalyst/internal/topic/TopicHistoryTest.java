package io.jetalyst.internal.topic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.internal.limit.SocketLimits;
import io.jetalyst.internal.socket.Fixture;
import io.jetalyst.internal.socket.MemoryWire;
import io.jetalyst.socket.SocketLimit;
import io.jetalyst.socket.Topic;
import io.jetalyst.socket.TopicOptions;
import io.jetalyst.socket.Topics;
import io.jetalyst.socket.WebSocketSession;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The history of a topic, and its replay to new subscribers. */
@Timeout(30)
class TopicHistoryTest {
    private static final TopicOptions THREE = TopicOptions.DEFAULT.history(3);

    private final Fixture fixture = new Fixture();
    private final Topics topics = fixture.sockets.topics();
    private final List<WebSocketSession> sessions = new ArrayList<>();

    private MemoryWire open() {
        return fixture.open(handshake -> handshake.onOpen(sessions::add));
    }

    @Test
    void replaysTheHistoryToNewSubscribers() {
        open();
        MemoryWire late = open();
        Topic<Integer> topic = topics.topic("numbers", Integer.class, THREE);
        topic.subscribe(sessions.get(0));
        IntStream.rangeClosed(1, 5).forEach(topic::publish);
        topic.subscribe(sessions.get(1));
        topic.subscribe(sessions.get(1));
        topic.publish(6);
        assertEquals(List.of("1:3", "1:4", "1:5", "1:6"), late.sent());
    }

    @Test
    void replaysHistoryAfterTheLastSubscriberHasLeft() {
        open();
        MemoryWire wire = open();
        Topic<Integer> topic = topics.topic("numbers", Integer.class, THREE);
        topic.subscribe(sessions.get(0));
        topic.publish(1);
        topic.unsubscribe(sessions.get(0));
        topic.publish(2);
        topic.subscribe(sessions.get(1));
        topic.publish(3);
        assertEquals(List.of("1:1", "1:2", "1:3"), wire.sent());
    }

    @Test
    void theLongestHistoryFitsIntoWhatMayWait() {
        open();
        MemoryWire late = open();
        Topic<String> topic = topics.topic("long", String.class, TopicOptions.DEFAULT.history(128));
        topic.subscribe(sessions.get(0));
        IntStream.range(0, 200).forEach(i -> topic.publish("x".repeat(2048)));
        late.stall();
        topic.subscribe(sessions.get(1));
        assertTrue(sessions.get(1).isOpen());
        assertEquals(128 * 1024, sessions.get(1).queuedBytes());
        late.flow();
        assertEquals(64, late.sent().size());
        assertThrows(IllegalArgumentException.class, () -> TopicOptions.DEFAULT.history(129));
        assertThrows(IllegalArgumentException.class, () -> TopicOptions.DEFAULT.history(-1));
    }

    /** A new subscriber does not decide how long the history is, so its limits do not apply to the replay. */
    @Test
    void replayDoesNotOverflowAnyQueue() {
        Fixture small = new Fixture(
                SocketLimits.DEFAULT.with(Map.of(SocketLimit.MAX_QUEUED_FRAMES, 2, SocketLimit.MAX_QUEUED_BYTES, 8)));
        Topic<String> topic = small.sockets.topics().topic("small", String.class, TopicOptions.DEFAULT.history(128));
        small.open(handshake -> handshake.onOpen(topic::subscribe));
        IntStream.range(0, 128).forEach(i -> topic.publish("message " + i));
        MemoryWire late = small.open(handshake -> handshake.onOpen(sessions::add));
        late.stall();
        topic.subscribe(sessions.get(0));
        topic.publish("live");
        assertTrue(sessions.get(0).isOpen());
        late.flow();
        assertEquals(129, late.sent().size());
        assertTrue(sessions.get(0).isOpen());
    }

    @Test
    void handlesAgreeOnTheOptions() {
        open();
        topics.topic("room", String.class, THREE).subscribe(sessions.get(0));
        String message = assertThrows(IllegalStateException.class, () -> topics.topic("room", String.class))
                .getMessage();
        assertTrue(message.contains("a history of 3"), message);
    }

    /** Sessions subscribe while another thread publishes. */
    @Test
    void dropsAndRepeatsNothingBetweenHistoryAndLiveMessages() throws Exception {
        open();
        Topic<Integer> topic = topics.topic("numbers", Integer.class, TopicOptions.DEFAULT.history(100));
        topic.subscribe(sessions.get(0));
        List<MemoryWire> late = IntStream.range(0, 20).mapToObj(i -> open()).toList();
        Thread publisher = new Thread(() -> IntStream.range(0, 100).forEach(topic::publish));
        publisher.start();
        sessions.forEach(topic::subscribe);
        publisher.join();
        List<String> all = IntStream.range(0, 100).mapToObj(i -> "1:" + i).toList();
        late.forEach(wire -> assertEquals(all, wire.sent()));
    }

    /** A hub on a remote broker returns the history of a topic later. */
    @Test
    void replaysTheHistoryFirstAlthoughTheHubAnswersLate() {
        Queue<Runnable> later = new ArrayDeque<>();
        LateHub hub = new LateHub(later::add);
        Fixture node = new Fixture(hub);
        Fixture other = new Fixture(hub);
        List<WebSocketSession> here = new ArrayList<>();
        MemoryWire first = other.open(handshake -> handshake.onOpen(here::add));
        MemoryWire one = node.open(handshake -> handshake.onOpen(here::add));
        MemoryWire two = node.open(handshake -> handshake.onOpen(here::add));
        other.sockets.topics().topic("numbers", Integer.class, THREE).subscribe(here.get(0));
        Topic<Integer> topic = node.sockets.topics().topic("numbers", Integer.class, THREE);
        topic.publish(1);
        topic.subscribe(here.get(1));
        topic.publish(2);
        topic.subscribe(here.get(2));
        assertEquals(List.of(), one.sent());
        while (!later.isEmpty()) {
            later.remove().run();
        }
        assertEquals(List.of("1:1", "1:2"), first.sent());
        assertEquals(List.of("1:1", "1:2"), one.sent());
        assertEquals(List.of("1:1", "1:2"), two.sent());
        assertSame(2, topic.subscribers());
    }
}

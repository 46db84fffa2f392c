package io.jetalyst.internal.topic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.internal.limit.SocketLimits;
import io.jetalyst.internal.socket.Fixture;
import io.jetalyst.internal.socket.MemoryWire;
import io.jetalyst.socket.Hub;
import io.jetalyst.socket.Presence;
import io.jetalyst.socket.PresenceTopic;
import io.jetalyst.socket.SocketLimit;
import io.jetalyst.socket.TopicLimitException;
import io.jetalyst.socket.TopicOptions;
import io.jetalyst.socket.WebSocketSession;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Limits of members. The snapshot and the history of a topic close no new subscriber. */
@Timeout(30)
class PresenceLimitsTest {
    private final MemoryHub hub = new MemoryHub();
    private final Fixture fixture = new Fixture(hub);
    private final List<WebSocketSession> sessions = new ArrayList<>();

    private MemoryWire open() {
        return fixture.open(handshake -> handshake.onOpen(sessions::add));
    }

    private static PresenceTopic<String, Integer> topic(Fixture of, TopicOptions options) {
        return of.sockets.topics().topic("room", String.class, options, Integer.class, new Counted());
    }

    @Test
    void memberSnapshotDoesNotOverflowAnyQueue() {
        TopicOptions ten = TopicOptions.DEFAULT.history(10);
        open();
        PresenceTopic<String, Integer> topic = topic(fixture, ten);
        topic.subscribe(sessions.get(0));
        IntStream.range(0, 3_000).forEach(i -> hub.join("room", "of another process " + i, Integer.toString(i)));
        topic.publish("x".repeat(100 * 1024));
        Fixture small = new Fixture(hub, SocketLimits.DEFAULT.with(Map.of(SocketLimit.MAX_QUEUED_BYTES, 16 * 1024)));
        List<WebSocketSession> newcomer = new ArrayList<>();
        MemoryWire wire = small.open(handshake -> handshake.onOpen(newcomer::add));
        wire.stall();
        topic(small, ten).subscribe(newcomer.get(0), 3_000);
        topic.publish("live");
        wire.flow();
        assertEquals(4, wire.sent().size()); // who is there, the history, that it came itself, and what is new
        assertTrue(newcomer.get(0).isOpen());
    }

    @Test
    void closesResubscribingClientThatNeverReads() {
        PresenceTopic<String, Integer> topic = topic(fixture, TopicOptions.DEFAULT.history(10));
        open();
        topic.subscribe(sessions.get(0));
        topic.publish("x".repeat(100 * 1024));
        MemoryWire wire = open();
        WebSocketSession stalled = sessions.get(1);
        wire.stall();
        for (int i = 0; i < 100; i++) {
            topic.subscribe(stalled);
            assertTrue(stalled.queuedBytes() < 768 * 1024);
            topic.unsubscribe(stalled);
        }
        assertFalse(stalled.isOpen());
    }

    @Test
    void sessionsOfOneMemberCountOnceTowardsTheLimit() {
        PresenceTopic<String, Integer> one = topic(fixture, TopicOptions.DEFAULT.maxMembers(1));
        IntStream.range(0, 5).forEach(i -> open());
        sessions.forEach(session -> one.subscribe(session, 7));
        one.subscribe(sessions.get(0), 100);
        assertThrows(TopicLimitException.class, () -> one.subscribe(sessions.get(1), 101));
        assertEquals(List.of(7, 100), one.members());
    }

    @Test
    void aTopicTakesNoMoreMembersThanItSays() {
        PresenceTopic<String, Integer> two = topic(fixture, TopicOptions.DEFAULT.maxMembers(2));
        IntStream.range(0, 4).forEach(i -> open());
        two.subscribe(sessions.get(0), 1);
        two.subscribe(sessions.get(1), 2);
        String message = assertThrows(TopicLimitException.class, () -> two.subscribe(sessions.get(2), 3))
                .getMessage();
        assertTrue(message.contains("2 members"), message);
        assertEquals(2, two.subscribers());
        two.subscribe(sessions.get(2), 2); // another session of one who is there
        two.subscribe(sessions.get(0), 4); // in place of 1
        assertEquals(List.of(2, 4), two.members());
        two.unsubscribe(sessions.get(0));
        two.subscribe(sessions.get(3), 3);
        assertEquals(List.of(2, 3), two.members());
        assertThrows(IllegalArgumentException.class, () -> TopicOptions.DEFAULT.maxMembers(0));
    }

    /** The snapshot is created after the session was admitted, and before the hub delivers its join. */
    @Test
    void countsMembersThatAreJoining() {
        List<String> results = new ArrayList<>();
        List<PresenceTopic<String, Integer>> topics = new ArrayList<>();
        Presence<String, Integer> presence = new Presence<>() {
            @Override
            public Optional<String> snapshot(List<Integer> members, Instant completeSince) {
                if (results.isEmpty()) {
                    results.add("called");
                    try {
                        topics.get(0).subscribe(sessions.get(1), 2);
                        results.add("admitted");
                    } catch (TopicLimitException full) {
                        results.add("rejected");
                    }
                }
                return Optional.empty();
            }
        };
        PresenceTopic<String, Integer> one = fixture.sockets
                .topics()
                .topic("one", String.class, TopicOptions.DEFAULT.maxMembers(1), Integer.class, presence);
        topics.add(one);
        IntStream.range(0, 2).forEach(i -> open());
        one.subscribe(sessions.get(0), 1);
        assertEquals(List.of("called", "rejected"), results);
        assertEquals(List.of(1), one.members());
        one.unsubscribe(sessions.get(0));
        one.subscribe(sessions.get(1), 2);
        assertEquals(List.of(2), one.members());
    }

    /** Two sessions join as one member, and the hub rejects the join of the first. */
    @Test
    void countsAMemberWhileAnyOfItsSessionsIsJoining() {
        List<CompletableFuture<Void>> joins = new ArrayList<>();
        MemoryHub broker = new MemoryHub();
        Hub hanging = new Hub() {
            @Override
            public Subscription subscribe(String topic, String after, Listener listener) {
                return broker.subscribe(topic, after, listener);
            }

            @Override
            public CompletionStage<String> publish(String topic, byte[] message, int keep) {
                return broker.publish(topic, message, keep);
            }

            @Override
            public CompletionStage<Void> join(String topic, String session, String member) {
                joins.add(new CompletableFuture<>());
                return joins.get(joins.size() - 1);
            }

            @Override
            public CompletionStage<Void> leave(String topic, String session) {
                return broker.leave(topic, session);
            }

            @Override
            public void close() {
                broker.close();
            }
        };
        Fixture late = new Fixture(hanging);
        IntStream.range(0, 3).forEach(i -> late.open(handshake -> handshake.onOpen(sessions::add)));
        PresenceTopic<String, Integer> one = topic(late, TopicOptions.DEFAULT.maxMembers(1));
        one.subscribe(sessions.get(0), 7);
        one.subscribe(sessions.get(1), 7);

        joins.get(0).completeExceptionally(new IllegalStateException("no connection to the broker"));

        assertThrows(TopicLimitException.class, () -> one.subscribe(sessions.get(2), 8));
        joins.get(1).completeExceptionally(new IllegalStateException("no connection to the broker"));
        one.subscribe(sessions.get(2), 8);
        assertEquals(3, joins.size());
    }

    @Test
    void admitsAsManyConcurrentMembersAsTheLimitSays() throws Exception {
        PresenceTopic<String, Integer> ten = topic(fixture, TopicOptions.DEFAULT.maxMembers(10));
        IntStream.range(0, 100).forEach(i -> open());
        List<CompletableFuture<Boolean>> joins = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            int member = i;
            joins.add(CompletableFuture.supplyAsync(() -> {
                try {
                    ten.subscribe(sessions.get(member), member);
                    return true;
                } catch (TopicLimitException full) {
                    return false;
                }
            }));
        }
        int admitted = 0;
        for (CompletableFuture<Boolean> join : joins) {
            admitted += join.get(20, TimeUnit.SECONDS) ? 1 : 0;
        }
        assertEquals(10, admitted);
        assertEquals(10, ten.members().size());
        assertEquals(10, ten.subscribers());
    }

    @Test
    void aMemberIsShort() {
        open();
        PresenceTopic<String, String> people = fixture.sockets
                .topics()
                .topic("people", String.class, TopicOptions.DEFAULT, String.class, new Presence<>() {});
        people.subscribe(sessions.get(0), "x".repeat(1024));
        assertThrows(IllegalArgumentException.class, () -> people.subscribe(sessions.get(0), "x".repeat(1025)));
        assertEquals(List.of("x".repeat(1024)), people.members());
    }
}

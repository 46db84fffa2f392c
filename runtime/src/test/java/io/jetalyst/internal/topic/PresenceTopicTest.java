package io.jetalyst.internal.topic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.jetalyst.internal.socket.Fixture;
import io.jetalyst.internal.socket.MemoryWire;
import io.jetalyst.socket.Hub;
import io.jetalyst.socket.Presence;
import io.jetalyst.socket.PresenceTopic;
import io.jetalyst.socket.TopicOptions;
import io.jetalyst.socket.WebSocketSession;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Members of a topic, and the messages about them that subscribers receive. */
@Timeout(60)
class PresenceTopicTest extends MembersOfOneTopic {
    @Test
    void deliversMembersAndMessagesInOneOrder() {
        MemoryWire one = open();
        MemoryWire two = open();
        topic.subscribe(sessions.get(0), 1);
        topic.publish("hello");
        topic.subscribe(sessions.get(1), 2);
        topic.publish("who is there?");
        assertEquals(List.of(1, 2), topic.members());
        sessions.get(0).close();
        topic.publish("bye");
        assertEquals(List.of("1:[]", "1:+1", "1:hello", "1:+2", "1:who is there?", "8:1000 "), one.sent());
        assertEquals(List.of("1:[1]", "1:hello", "1:+2", "1:who is there?", "1:-1", "1:bye"), two.sent());
        assertEquals(List.of(2), topic.members());
    }

    /** A client that reconnects closes its old connection when it has read the replay: the member must not leave in between. */
    @Test
    void sendsTheReplayAfterTheMemberHasJoined() {
        topic.subscribe(openSession(), 7);
        List<WebSocketSession> second = new ArrayList<>();
        MemoryWire back = fixture.open(handshake -> handshake.onOpen(second::add));
        List<String> entries = new ArrayList<>();
        hub.subscribe("room", "", new EntryRecorder(entries));
        back.meanwhile(() -> {
            if (sessions.get(0).isOpen()) {
                sessions.get(0).close();
            }
        });
        topic.subscribe(second.get(0), 7);
        assertEquals(List.of("1:[7]"), back.sent());
        assertEquals(List.of(), entries);
        assertEquals(List.of(7), topic.members());
    }

    private WebSocketSession openSession() {
        open();
        return sessions.get(sessions.size() - 1);
    }

    private record EntryRecorder(List<String> entries) implements Hub.Listener {
        @Override
        public void onStart(Hub.Start start) {}

        @Override
        public void onEntry(Hub.Entry entry) {
            entries.add(entry.getClass().getSimpleName());
        }

        @Override
        public void flush() {}
    }

    @Test
    void passesTheTimeSinceWhichTheHistoryIsCompleteToTheSnapshot() {
        List<Instant> times = new ArrayList<>();
        Presence<String, Integer> presence = new Presence<>() {
            @Override
            public Optional<String> snapshot(List<Integer> members, Instant completeSince) {
                times.add(completeSince);
                return Optional.empty();
            }
        };
        PresenceTopic<String, Integer> two = fixture.sockets
                .topics()
                .topic("two", String.class, TopicOptions.DEFAULT.history(2), Integer.class, presence);
        IntStream.range(0, 5).forEach(i -> open());
        two.subscribe(sessions.get(0));
        Instant begin = Instant.now();
        two.publish("one");
        two.publish("two");
        Instant afterTwo = Instant.now();
        two.subscribe(sessions.get(1)); // the topic keeps both
        two.publish("three");
        two.subscribe(sessions.get(2)); // the first message is gone
        sessions.subList(0, 3).forEach(two::unsubscribe);
        two.subscribe(sessions.get(3)); // as before, although nobody was subscribed
        IntStream.range(0, 2).forEach(i -> two.publish("more"));
        two.subscribe(sessions.get(4)); // the third message is gone
        assertFalse(times.get(1).isAfter(begin));
        assertFalse(times.get(2).isBefore(begin));
        assertFalse(times.get(2).isAfter(afterTwo));
        assertEquals(times.get(2), times.get(3));
        assertFalse(times.get(4).isBefore(afterTwo));
    }

    @Test
    void sessionsOfEqualMembersAreOneMember() {
        MemoryWire listener = open();
        open();
        open();
        topic.subscribe(sessions.get(0));
        topic.subscribe(sessions.get(1), 7);
        topic.subscribe(sessions.get(2), 7);
        assertEquals(List.of(7), topic.members());
        assertEquals(3, topic.subscribers());
        topic.unsubscribe(sessions.get(1));
        assertEquals(List.of(7), topic.members());
        topic.unsubscribe(sessions.get(2));
        assertEquals(List.of(), topic.members());
        assertEquals(List.of("1:[]", "1:+7", "1:-7"), listener.sent());
    }

    @Test
    void aSessionMayBecomeAnotherMember() {
        MemoryWire wire = open();
        topic.subscribe(sessions.get(0));
        topic.subscribe(sessions.get(0), 1);
        topic.subscribe(sessions.get(0), 2);
        assertEquals(List.of(2), topic.members());
        assertEquals(List.of("1:[]", "1:+1", "1:-1", "1:+2"), wire.sent());
    }

    @Test
    void aSessionThatHasEndedIsNoMember() {
        open();
        sessions.get(0).close();
        topic.subscribe(sessions.get(0), 1);
        assertEquals(List.of(), topic.members());
        assertEquals(0, hub.size());
    }

    @Test
    void membersOfOtherProcessesAreMembers() {
        Fixture elsewhere = new Fixture(hub);
        List<WebSocketSession> there = new ArrayList<>();
        MemoryWire far = elsewhere.open(handshake -> handshake.onOpen(there::add));
        topic(elsewhere).subscribe(there.get(0), 1);
        MemoryWire near = open();
        topic.subscribe(sessions.get(0), 2);
        assertEquals(List.of(1, 2), topic.members());
        assertEquals(1, topic.subscribers());
        far.close();
        assertEquals(List.of(2), topic.members());
        assertEquals(List.of("1:[1]", "1:+2", "1:-1"), near.sent());
    }

    @Test
    void deliversLaterMessagesAfterThePresenceThrows() {
        MemoryWire one = open();
        open();
        topic.subscribe(sessions.get(0), 1);
        topic.subscribe(sessions.get(1), Counted.BROKEN);
        topic.publish("still here");
        assertEquals(List.of("1:[]", "1:+1", "1:still here"), one.sent());
    }

    @Test
    void handlesAgreeOnTheMembers() {
        open();
        topic.subscribe(sessions.get(0), 1);
        assertThrows(
                IllegalStateException.class,
                () -> fixture.sockets.topics().topic("room", String.class, TopicOptions.DEFAULT.history(10)));
        assertEquals(List.of(1), topic(fixture).members());
    }

    @Test
    void releasesEverythingAfterTheLastMember() {
        List<MemoryWire> wires = IntStream.range(0, 5).mapToObj(i -> open()).toList();
        IntStream.range(0, 5).forEach(i -> topic.subscribe(sessions.get(i), i));
        assertEquals(1, hub.size());
        wires.forEach(MemoryWire::close);
        assertEquals(0, hub.size());
        assertFalse(sessions.get(0).isOpen());
    }

    @Test
    void shutdownSendsNoLeaveMessages() {
        List<MemoryWire> wires = IntStream.range(0, 5).mapToObj(i -> open()).toList();
        IntStream.range(0, 5).forEach(i -> topic.subscribe(sessions.get(i), i));
        wires.forEach(MemoryWire::sent);
        wires.forEach(MemoryWire::answerClose);
        fixture.sockets.close(Duration.ofSeconds(5));
        wires.forEach(wire -> assertEquals(List.of("8:1012 the server stops"), wire.sent()));
        assertEquals(0, fixture.sockets.open());
    }
}

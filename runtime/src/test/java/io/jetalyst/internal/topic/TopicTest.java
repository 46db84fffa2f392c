package io.jetalyst.internal.topic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.internal.limit.SocketLimits;
import io.jetalyst.internal.socket.Fixture;
import io.jetalyst.internal.socket.MemoryWire;
import io.jetalyst.socket.SocketLimit;
import io.jetalyst.socket.Topic;
import io.jetalyst.socket.TopicLimitException;
import io.jetalyst.socket.TopicMessage;
import io.jetalyst.socket.Topics;
import io.jetalyst.socket.WebSocketSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class TopicTest {
    private final MemoryHub hub = new MemoryHub();
    private final Fixture fixture = new Fixture(hub);
    private final Topics topics = fixture.sockets.topics();
    private final List<WebSocketSession> sessions = new ArrayList<>();

    private MemoryWire open() {
        return fixture.open(handshake -> handshake.onOpen(sessions::add));
    }

    @Test
    void deliversMessagesToAllSubscribers() {
        MemoryWire one = open();
        MemoryWire two = open();
        Topic<Integer> topic = topics.topic("numbers", Integer.class);
        topic.publish(1);
        topic.subscribe(sessions.get(0));
        topic.subscribe(sessions.get(0));
        topic.publish(2);
        topics.topic("numbers", Integer.class).subscribe(sessions.get(1));
        assertEquals(2, topic.subscribers());
        topic.publish(3);
        topic.unsubscribe(sessions.get(0));
        topic.publish(4);
        assertEquals(List.of("1:2", "1:3"), one.sent());
        assertEquals(List.of("1:3", "1:4"), two.sent());
    }

    @Test
    void deliversMessagesToOthersIfAReaderFails() {
        MemoryWire wire = open();
        Topic<Integer> topic = topics.topic("numbers", Integer.class);
        topic.messages().subscribe(new FailingReader());
        topic.subscribe(sessions.get(0));

        topic.publish(1);
        topic.publish(2);

        assertEquals(List.of("1:1", "1:2"), wire.sent());
        assertEquals(1, topic.subscribers(), "the reader has left the topic");
    }

    /** Throws an exception for each message. */
    private static final class FailingReader implements Flow.Subscriber<TopicMessage> {
        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(TopicMessage message) {
            throw new IllegalStateException("the reader failed");
        }

        @Override
        public void onError(Throwable failure) {}

        @Override
        public void onComplete() {}
    }

    @Test
    void endsSubscriptionsWithTheSession() {
        MemoryWire wire = open();
        Topic<String> topic = topics.topic("room", String.class);
        topic.subscribe(sessions.get(0));
        sessions.get(0).close();
        assertEquals(0, topic.subscribers());
        topic.subscribe(sessions.get(0));
        assertEquals(0, topic.subscribers());
        wire.close();
        assertEquals(0, topic.subscribers());
    }

    @Test
    void rejectsAnotherTypeWhileATopicIsInUse() {
        open();
        Topic<String> text = topics.topic("room", String.class);
        Topic<Integer> numbers = topics.topic("room", Integer.class);
        text.subscribe(sessions.get(0));
        String message = assertThrows(IllegalStateException.class, () -> topics.topic("room", Integer.class))
                .getMessage();
        assertTrue(message.contains("java.lang.String") && message.contains("java.lang.Integer"), message);
        assertThrows(IllegalStateException.class, () -> numbers.subscribe(sessions.get(0)));
        text.unsubscribe(sessions.get(0));
        numbers.subscribe(sessions.get(0));
        assertEquals(1, topics.topic("room", Integer.class).subscribers());
    }

    @Test
    void namesAreBounded() {
        assertThrows(IllegalArgumentException.class, () -> topics.topic("", String.class));
        assertThrows(IllegalArgumentException.class, () -> topics.topic("x".repeat(257), String.class));
        assertEquals(
                "x".repeat(256), topics.topic("x".repeat(256), String.class).name());
    }

    @Test
    void topicsInUseAreBoundedInNumber() {
        open();
        open();
        MemoryHub hub = new MemoryHub();
        LocalTopics few = new LocalTopics(Fixture.CODECS, hub, 2);
        Topic<String> one = few.topic("one", String.class);
        Topic<String> two = few.topic("two", String.class);
        Topic<String> three = few.topic("three", String.class);
        one.subscribe(sessions.get(0));
        two.subscribe(sessions.get(0));
        one.subscribe(sessions.get(1));
        String message = assertThrows(TopicLimitException.class, () -> three.subscribe(sessions.get(1)))
                .getMessage();
        assertTrue(message.contains("\"three\"") && message.contains("2 are in use"), message);
        three.publish("to nobody");
        assertEquals(2, hub.size());
        two.unsubscribe(sessions.get(0));
        three.subscribe(sessions.get(1));
        assertEquals(1, three.subscribers());
    }

    @Test
    void topicsOfOneSessionAreBoundedInNumber() {
        Fixture fixture = new Fixture(SocketLimits.DEFAULT.with(Map.of(SocketLimit.MAX_SUBSCRIPTIONS, 2)));
        Topics topics = fixture.sockets.topics();
        List<String> told = new ArrayList<>();
        MemoryWire greedy = fixture.openTelling(
                told,
                handshake -> handshake.onText(
                        (session, name) -> topics.topic(name, String.class).subscribe(session)));
        greedy.text("one");
        greedy.text("two");
        greedy.text("two");
        assertEquals(List.of(), greedy.sent());
        greedy.text("three");
        assertEquals(List.of("8:1013 a limit of topics is reached"), greedy.sent());
        greedy.close();
        assertEquals(List.of("error TopicLimitException", "close 1013 OVERLOAD"), told);
    }

    @Test
    void failsThePublishStageWhenTheHubRejects() {
        Topic<String> topic = topics.topic("room", String.class);
        assertTrue(topic.publish("hello").toCompletableFuture().isDone());
        hub.close();
        assertTrue(topic.publish("hello").toCompletableFuture().isCompletedExceptionally());
    }

    @Test
    void closesASlowSubscriberWithoutDelayingOthers() {
        MemoryWire slow = open();
        MemoryWire quick = open();
        Topic<String> topic = topics.topic("room", String.class);
        sessions.forEach(topic::subscribe);
        slow.stall();
        for (int i = 0; i < 300; i++) {
            topic.publish("message " + i);
        }
        assertEquals(300, quick.sent().size());
        assertEquals(1, topic.subscribers());
        assertFalse(sessions.get(0).isOpen());
    }

    @Test
    void deliversOneOrderToAllSubscribers() throws Exception {
        List<MemoryWire> wires = List.of(open(), open(), open());
        Topic<String> topic = topics.topic("room", String.class);
        sessions.forEach(topic::subscribe);
        int publishers = 4;
        CyclicBarrier start = new CyclicBarrier(publishers);
        List<CompletableFuture<Void>> done = new ArrayList<>();
        for (int publisher = 0; publisher < publishers; publisher++) {
            int number = publisher;
            CompletableFuture<Void> end = new CompletableFuture<>();
            done.add(end);
            new Thread(() -> {
                        try {
                            start.await();
                            for (int i = 0; i < 500; i++) {
                                topic.publish(number + "-" + i);
                            }
                            end.complete(null);
                        } catch (Throwable e) {
                            end.completeExceptionally(e);
                        }
                    })
                    .start();
        }
        for (CompletableFuture<Void> end : done) {
            end.get();
        }
        List<String> first = wires.get(0).sent();
        assertEquals(publishers * 500, first.size());
        assertEquals(first, wires.get(1).sent());
        assertEquals(first, wires.get(2).sent());
    }
}
